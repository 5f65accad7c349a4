import type { Device, EngineName, History, Metrics } from "../../shared/api/runs.ts";
import type { Weights } from "../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";

/** Which engine and device train a spec, and why, in words for the page. */
export type Choice = { readonly engine: EngineName; readonly device: Device; readonly why: string };

/** What training tells, in order: started, an epoch each, then finished or failed. */
export type TrainingEvent =
  | ({ readonly type: "started"; readonly spec: ExperimentSpec } & Choice)
  /** `trainLoss` is the mean loss of `epoch` (from 0) before its updates. `weights` are those after it, where snapshots were asked for. */
  | { readonly type: "epoch"; readonly epoch: number; readonly trainLoss: number; readonly weights?: Weights }
  | ({ readonly type: "finished" } & FinishedRun)
  | {
      readonly type: "failed";
      readonly reason: "diverged" | "unsupported" | "device";
      readonly message: string;
    };

export type FinishedRun = {
  readonly history: History;
  readonly metrics: Metrics;
  readonly weights: Weights;
  /** Training with the statistics it needs; in a sweep what is shared counts once, for the first. */
  readonly durationMs: number;
};

export type TrainingOptions = {
  readonly signal: AbortSignal;
  readonly snapshots: boolean;
};

/**
 * An engine trains one spec after another. Events are pulled: a consumer that stops pulling pauses training, one that
 * aborts `signal` ends it (the generator returns after the current epoch without `finished`).
 */
export interface Engine {
  readonly choice: Choice;
  train(spec: ExperimentSpec, options: TrainingOptions): AsyncGenerator<TrainingEvent, void>;
  /** Frees the device; the engine cannot train afterwards. */
  dispose(): void;
}
