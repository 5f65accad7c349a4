import type { Digits } from "../../shared/dataset/digits.ts";
import type { Preference } from "./choose.ts";
import type { Unfit } from "./choose-next.ts";
import type { SweepEvent, SweepRun } from "./train-sweep.ts";

/**
 * What page and training worker say to each other. Both come from one build, so the types are the contract. `job`
 * counts the sweeps of a worker: what arrives late from a stopped one is told apart.
 */
export type ToWorker =
  | {
      readonly type: "train";
      readonly job: number;
      readonly runs: readonly SweepRun[];
      readonly preference: Preference;
      readonly snapshots: boolean;
      readonly unfit: Unfit;
      readonly digits: Digits;
    }
  | { readonly type: "pause" | "resume" | "stop"; readonly job: number };

export type FromWorker =
  | { readonly type: "events"; readonly job: number; readonly events: readonly SweepEvent[] }
  /** Every run is over, or the job was stopped. */
  | { readonly type: "done"; readonly job: number }
  /** A bug or a device brought the job down; the worker must not be used again. */
  | { readonly type: "crashed"; readonly job: number; readonly message: string };
