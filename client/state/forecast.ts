import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { countParameters } from "../../shared/spec/parameters.ts";

/** Before this share of the work is done a forecast would be a guess. */
const FORECAST_FROM = 0.04;

/** How much of a sweep is done, and how long the rest takes at the pace so far; an epoch's work goes by the parameters. */
export function makeForecast(specs: readonly ExperimentSpec[]) {
  const perEpoch = specs.map((spec) => 2_000 + countParameters(spec.model.layers));
  const sum = (epochs: readonly number[]) =>
    epochs.reduce((total, count, run) => total + count * (perEpoch[run] ?? 0), 0);
  const total = sum(specs.map(({ epochs }) => epochs));
  return {
    /** 0 to 1, by how many epochs of each run are done. */
    shareDone: (epochsDone: readonly number[]): number => sum(epochsDone) / total,
    remainingMs: (share: number, elapsedMs: number): number | null =>
      share < FORECAST_FROM ? null : (elapsedMs * (1 - share)) / share,
  };
}
