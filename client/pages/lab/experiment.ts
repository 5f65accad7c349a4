import { canonicalJson } from "../../../shared/spec/identity.ts";
import { latentWidth, type SweepSpec, withLatentWidth } from "../../../shared/spec/sweep.ts";
import type { SweepPoint } from "../../plot/error-by-width.ts";
import type { FinishedOne, Run } from "../../state/training-run.ts";
import { isFinished } from "../../state/training-run.ts";

/** What was trained on this page under one heading: all runs that differ in width and seed alone. */
export type Experiment = { readonly key: string; readonly title: string; readonly sweep: SweepSpec };

/** The same for sweeps whose runs belong in one plot. */
export function experimentKey({ spec }: SweepSpec): string {
  const narrow = withLatentWidth(spec, 1);
  return canonicalJson({ ...(narrow.ok ? narrow.value : spec), seed: 0 });
}

/** One finished run for each width and seed, the latest where an engine trained it again: what the plots show. */
export function latestRuns(runs: readonly Run[]): readonly FinishedOne[] {
  const latest = new Map<string, FinishedOne>();
  for (const run of runs) {
    if (isFinished(run)) latest.set(`${latentWidth(run.spec)} ${run.spec.seed}`, run);
  }
  return [...latest.values()];
}

export function toPoints(runs: readonly FinishedOne[]): readonly SweepPoint[] {
  return runs.flatMap(({ spec, outcome }) => {
    const width = latentWidth(spec);
    return width === null ? [] : [{ width, metrics: outcome.metrics }];
  });
}
