import type { ExperimentSpec } from "../../spec/experiment.ts";
import type { Attempt, AttemptRun } from "../answers.ts";
import type { CellOf } from "../assignment.ts";

/** Something that students get wrong, at the cell where it can be put right: what, why it matters, what to do. */
export type Warning = { readonly cell: string; readonly kind: WarningKind; readonly message: string };

export type WarningKind =
  | "failedRuns"
  | "stuckLoss"
  | "risenLoss"
  | "otherProblem"
  | "activation"
  | "hiddenLayers"
  | "olderClass"
  | "missingWidths"
  | "fewEpochs"
  | "wrongDigits"
  | "pixelScores"
  | "noBetter";

/** What a look at the answers alone cannot tell. What is not known is left out, and not warned of. */
export type Facts = {
  /** The train loss of every epoch, by run. */
  readonly losses: ReadonlyMap<string, readonly number[]>;
  /** What the class in the cell is now, at a run's width, by run. */
  readonly models: ReadonlyMap<string, ExperimentSpec["model"]>;
};

/** A run cell with the attempt that counts. */
export type Counting = { readonly cell: CellOf<"run">; readonly attempt: Attempt };

export function isConvolution(kind: string): boolean {
  return kind === "conv2d" || kind === "convTranspose2d";
}

/** `hidden size 5`, `80 kernels`, `hidden sizes 5 and 20`; nothing for a class that was trained as it is written. */
export function nameWidths(runs: readonly AttemptRun[]): string {
  const widths = runs.flatMap(({ width }) => (width === null ? [] : [width]));
  const [first] = runs;
  if (first === undefined || widths.length === 0) return "";
  return first.spec.model.layers.some(({ kind }) => isConvolution(kind))
    ? `${listNumbers(widths)} ${widths.length === 1 && widths[0] === 1 ? "kernel" : "kernels"}`
    : `hidden size${widths.length === 1 ? "" : "s"} ${listNumbers(widths)}`;
}

/** `5`, `5 and 20`, `5, 20 and 40`. */
export function listNumbers(numbers: readonly number[]): string {
  const last = numbers.at(-1);
  return numbers.length < 2 ? String(last ?? "") : `${numbers.slice(0, -1).join(", ")} and ${last}`;
}
