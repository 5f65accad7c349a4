import type { Metrics } from "../../shared/api/runs.ts";
import type { Digits } from "../../shared/dataset/digits.ts";
import type { Weights } from "../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";

/** A run whose model can be looked into, wherever it was trained and is kept. */
export type ViewedRun = {
  /** Unlike any other run's on the page. */
  readonly key: string;
  /** What tells it from the runs beside it: `h = 20`, `h = 20, Attempt 2`. */
  readonly name: string;
  readonly spec: ExperimentSpec;
  readonly weights: Weights;
  readonly trainLoss: readonly number[];
  readonly metrics: Metrics;
};

/** What every view of a model is given. */
export type ViewProps = {
  readonly run: ViewedRun;
  /** All that can be looked at beside it, `run` among them: a sweep's other widths, a cell's other attempts. */
  readonly runs: readonly ViewedRun[];
  /** Runs of the same specs from other seeds, for what is told of several: too many to be looked at one by one. */
  readonly repeats?: readonly ViewedRun[];
  readonly digits: Digits;
};
