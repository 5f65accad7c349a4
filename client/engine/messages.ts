import type { Digits } from "../../shared/dataset/digits.ts";
import type { Preference } from "./choose.ts";
import type { Unfit } from "./choose-next.ts";
import type { Portion } from "./run-queue.ts";
import type { SweepEvent } from "./train-sweep.ts";

/**
 * What page and training workers say to each other. Both come from one build, so the types are the contract. `job`
 * counts the sweeps of a page: what arrives late from a stopped one is told apart.
 */
export type ToWorker =
  /** What the jobs after it train on. Once a worker: what is computed of it is kept as long as it is. */
  { readonly type: "digits"; readonly digits: Digits } | JobOrder;

/** What is said of one sweep. */
export type JobOrder =
  | {
      readonly type: "train";
      readonly job: number;
      readonly portion: Portion;
      readonly preference: Preference;
      readonly snapshots: boolean;
      readonly unfit: Unfit;
      /** How many may train one run together. */
      readonly threads: number;
    }
  | { readonly type: "more"; readonly job: number; readonly portion: Portion }
  | { readonly type: "pause" | "resume" | "stop"; readonly job: number };

export type FromWorker =
  | { readonly type: "events"; readonly job: number; readonly events: readonly SweepEvent[] }
  /** The worker is there, and says so again within `withinMs`. */
  | { readonly type: "alive"; readonly withinMs: number }
  /** Few of its runs are left, and the last portion was not the last: `more` answers. */
  | { readonly type: "wants"; readonly job: number }
  /** Every run is over, or the job was stopped. */
  | { readonly type: "done"; readonly job: number }
  /** A bug or a device brought the job down; the worker must not be used again. */
  | { readonly type: "crashed"; readonly job: number; readonly message: string };
