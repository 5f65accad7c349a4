import type { AttemptRun } from "../../../../shared/assignment/answers.ts";
import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import { type ClassSource, readModelAt } from "./specs.ts";

/** A run of an attempt that counts, with the class that is in its code cell now. */
export type CountingRun = { readonly run: AttemptRun; readonly code: ClassSource };

type Model = ExperimentSpec["model"];

/** What was read of a class at a width; null where it cannot be read. */
const known = new Map<string, Model | null>();
const MOST_KNOWN = 200;

/** What the classes are now, at each run's width, by run: one reading a step. A class that cannot be read is left out. */
export function* findPresentModels(
  runs: readonly CountingRun[],
): Generator<void, ReadonlyMap<string, Model>> {
  const models = new Map<string, Model>();
  for (const { run, code } of runs) {
    const key = JSON.stringify([code, run.width]);
    if (!known.has(key)) {
      const read = readModelAt(code, run.width);
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(key, read.ok ? read.value : null);
      yield;
    }
    const model = known.get(key);
    if (model) models.set(run.id, model);
  }
  return models;
}
