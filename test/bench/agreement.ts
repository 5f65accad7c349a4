import type { Row, Timing } from "./measure.ts";
import type { Trained } from "./protocol.ts";

const TOLERANCE_RELATIVE = 1e-4;

/** Whether a contender did the work. */
export type Agreement = "reference" | "as PyTorch" | "loss fell" | "OTHER NUMBERS" | "LOSS DID NOT FALL";

/**
 * Contenders that draw from PyTorch's seeds must come to PyTorch's errors; of others, and where PyTorch is not there, every
 * loss must be a number and fall.
 */
export function agreementOf({ contender }: Row, { runs, scaled }: Timing, pytorch: Timing | null): Agreement {
  if (!runs.every(fell)) return "LOSS DID NOT FALL";
  if (contender.seeds === "own" || pytorch === null || scaled) return "loss fell";
  if (runs === pytorch.runs) return "reference";
  const agrees =
    runs.length === pytorch.runs.length &&
    runs.every((run, i) => {
      const other = pytorch.runs[i];
      return other !== undefined && NAMES.every((name) => isClose(run[name], other[name]));
    });
  return agrees ? "as PyTorch" : "OTHER NUMBERS";
}

const NAMES = ["first", "last", "trainMse", "testMse", "randomMse"] as const;

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE_RELATIVE * Math.abs(b);
}

function fell({ first, last, trainMse, testMse, randomMse }: Trained): boolean {
  return [last, trainMse, testMse, randomMse].every(Number.isFinite) && Math.min(last, trainMse) < first;
}
