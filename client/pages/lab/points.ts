import { latentWidth } from "../../../shared/spec/latent-width.ts";
import type { SweepPoint } from "../../plot/error-by-width.ts";
import { ranAway } from "../../state/runaway.ts";
import { type FinishedOne, isFinished, type Run } from "../../state/training-run.ts";

/**
 * One finished run for each width and seed, the latest where an engine trained it again: what the plots show. Runs whose
 * loss ran away are left out; the table says so of each.
 */
export function latestRuns(runs: readonly Run[]): readonly FinishedOne[] {
  const latest = new Map<string, FinishedOne>();
  for (const run of runs) {
    if (isFinished(run) && !ranAway(run)) latest.set(`${latentWidth(run.spec)} ${run.spec.seed}`, run);
  }
  return [...latest.values()];
}

export function toPoints(runs: readonly FinishedOne[]): readonly SweepPoint[] {
  return runs.flatMap(({ spec, outcome }) => {
    const width = latentWidth(spec);
    return width === null ? [] : [{ width, metrics: outcome.metrics }];
  });
}
