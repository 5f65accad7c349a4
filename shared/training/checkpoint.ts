import type { Device, EngineName, History } from "../api/runs.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import type { TrainingState } from "./training-state.ts";

/** A run that can go on from here: on the engine that trained so far with the same bits, on another one as near as that one is. */
export type Checkpoint = {
  readonly spec: ExperimentSpec;
  readonly engine: EngineName;
  readonly device: Device;
  /** Of the epochs that are done, and where it was resumed before. */
  readonly history: History;
  readonly state: TrainingState;
};
