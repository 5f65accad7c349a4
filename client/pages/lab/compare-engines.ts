import { canonicalJson } from "../../../shared/spec/identity.ts";
import type { FinishedOne } from "../../state/training-run.ts";

/** How far apart two engines' losses are over the specs that both trained. */
export type Agreement = { readonly specs: number; readonly largestRelative: number };

/** Null while no spec was trained by two engines or devices. The largest |a - b| / |a| over all epochs. */
export function compareEngines(runs: readonly FinishedOne[]): Agreement | null {
  const bySpec = new Map<string, FinishedOne[]>();
  for (const run of runs) {
    const key = canonicalJson(run.spec);
    bySpec.set(key, [...(bySpec.get(key) ?? []), run]);
  }
  let [specs, largest] = [0, 0];
  for (const [first, ...others] of bySpec.values()) {
    const rivals = others.filter((other) => first !== undefined && hardware(other) !== hardware(first));
    if (first === undefined || rivals.length === 0) continue;
    specs++;
    for (const rival of rivals)
      largest = Math.max(largest, largestDifference(first.trainLoss, rival.trainLoss));
  }
  return specs === 0 ? null : { specs, largestRelative: largest };
}

function hardware({ choice }: FinishedOne): string {
  return `${choice.engine} ${choice.device}`;
}

function largestDifference(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((loss, i) => Math.abs(loss - (b[i] ?? loss)) / Math.abs(loss)));
}
