import type { Device, EngineName, History, Metrics, Resumption } from "../../shared/api/runs.ts";
import type { Weights } from "../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import type { Checkpoint } from "../../shared/training/checkpoint.ts";

/** Which engine and device train a spec, and why, in words for the page. */
export type Choice = { readonly engine: EngineName; readonly device: Device; readonly why: string };

/** What training tells, in order: started or resumed, an epoch each, checkpoints between them, then finished or failed. */
export type TrainingEvent =
  | ({ readonly type: "started"; readonly spec: ExperimentSpec } & Choice)
  /** Goes on from a checkpoint with this history; what was told of later epochs is told again. */
  | ({ readonly type: "resumed"; readonly spec: ExperimentSpec; readonly history: History } & Choice)
  /** `trainLoss` is the mean loss of `epoch` (from 0) before its updates. `weights` are those after it, where snapshots were asked for and they are finite. */
  | { readonly type: "epoch"; readonly epoch: number; readonly trainLoss: number; readonly weights?: Weights }
  | { readonly type: "checkpoint"; readonly checkpoint: Checkpoint }
  | ({ readonly type: "finished" } & FinishedRun)
  | {
      readonly type: "failed";
      /** `device`: there is none; `lost`: it stopped answering; `crash`: the program that trains ended. */
      readonly reason: "diverged" | "unsupported" | "device" | "lost" | "crash";
      readonly message: string;
    };

export type FinishedRun = {
  readonly history: History;
  readonly metrics: Metrics;
  readonly weights: Weights;
  /**
   * Training with the statistics it needs, since it started or was resumed; in a sweep what is shared counts once, for the
   * first, and runs that train together have equal parts of their time.
   */
  readonly durationMs: number;
};

/** One run of several, and where it goes on if it was begun before. */
export type RunOrder = { readonly spec: ExperimentSpec; readonly from?: TrainingOptions["from"] };

/** An event of one run of several; `run` counts from 0 in the order of their orders. */
export type RunEvent = { readonly run: number; readonly event: TrainingEvent };

export type TrainingOptions = {
  readonly signal: AbortSignal;
  readonly snapshots: boolean;
  /** How often checkpoints come, and whether the place where the run was stopped, or its end, is one, too. None where null. */
  readonly checkpoints?: { readonly everyMs: number; readonly ofEnd: boolean } | null;
  /** Where to go on, and what had happened there. */
  readonly from?: { readonly checkpoint: Checkpoint; readonly after: Resumption["after"] } | null;
};

/**
 * An engine trains one spec after another. Events are pulled: a consumer that stops pulling pauses training, one that
 * aborts `signal` ends it (the generator returns after the current epoch without `finished`). No weights that it gives
 * are other than finite.
 */
export interface Engine {
  readonly choice: Choice;
  train(spec: ExperimentSpec, options: TrainingOptions): AsyncGenerator<TrainingEvent, void>;
  /**
   * Trains runs that group-runs.ts puts together as one program, each to the numbers that it has alone; their events
   * interleave. A device that fails has failed every run that is not over.
   */
  trainTogether?(
    runs: readonly RunOrder[],
    options: Omit<TrainingOptions, "from">,
  ): AsyncGenerator<RunEvent, void>;
  /** Frees the device; the engine cannot train afterwards. */
  dispose(): void;
}
