import type { Digits } from "../../shared/dataset/digits.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import type { Preference } from "./choose.ts";
import { makeCrew } from "./crew.ts";
import { dealRuns } from "./deal.ts";
import type { DeviceFinding } from "./devices.ts";
import { type Begun, makeRecovery } from "./recovery.ts";
import { MAX_THREADS } from "./team/team.ts";
import { trainLeg } from "./train-leg.ts";
import type { SweepEvent } from "./train-sweep.ts";
import { openTrainingThread, type ThreadListener, type TrainingThread } from "./training-thread.ts";

export type { Preference } from "./choose.ts";
export type { SweepEvent } from "./train-sweep.ts";

export type TrainOrder = {
  readonly specs: readonly ExperimentSpec[];
  readonly preference: Preference;
  /** Whether epochs bring the weights after them. */
  readonly snapshots: boolean;
  readonly signal: AbortSignal;
  readonly digits: Digits;
  /** Where a sweep goes on that was begun before. */
  readonly begun?: Begun;
};

/** The page's handle on the training workers. */
export interface Trainer {
  /**
   * Trains the runs, side by side where the processor trains them and has the cores; a run's events come in order. Not to
   * pull pauses training within a frame or two; to abort `signal` or leave the loop ends it. What a lost device or a dead
   * worker interrupts goes on from its last checkpoint in a new worker: `resumed`, or `started` anew. Where that fails
   * again and no other device is left, the run has `failed` and the sweep ends.
   */
  train(order: TrainOrder): AsyncGenerator<SweepEvent, void>;
  /** Ends the workers, and with them what is being trained. */
  dispose(): void;
}

export type TrainerMeans = {
  readonly openThread: (listener: ThreadListener) => TrainingThread;
  /** How many at most train side by side. */
  readonly workers: number;
  readonly listDevices: () => Promise<readonly DeviceFinding[]>;
};

/** More workers would hold more memory than a sweep of small models is worth. */
const MAX_WORKERS = 8;
/** Starts no worker before the first `train`. A second sweep waits in the workers until the first one is over. */
export function makeTrainer({
  openThread = openTrainingThread,
  workers = countWorkers(navigator.hardwareConcurrency),
  listDevices = askForDevices,
}: Partial<TrainerMeans> = {}): Trainer {
  const crew = makeCrew(openThread);
  let [jobs, disposals] = [0, 0];

  async function* train({
    specs,
    digits,
    signal,
    begun,
    ...rest
  }: TrainOrder): AsyncGenerator<SweepEvent, void> {
    const recovery = makeRecovery(specs, begun);
    const began = disposals;
    for (let leg = recovery.nextLeg(); leg !== null; leg = recovery.nextLeg()) {
      const { unfit } = leg;
      const deal = await dealRuns(leg, { preference: rest.preference, workers, listDevices });
      if (signal.aborted || disposals > began) return;
      const threads = deal.hands === 1 ? Math.min(workers, MAX_THREADS) : 1;
      const order = { ...rest, unfit, threads, job: jobs++ };
      let [isHeard, mustRestart] = [false, false];
      for await (const events of trainLeg(crew, deal, { order, digits, signal })) {
        for (const event of events) {
          if (signal.aborted || disposals > began) return;
          isHeard = true;
          const { tell, restart } = recovery.take(event);
          if (tell !== null) yield tell;
          mustRestart ||= restart;
          if (mustRestart) break;
        }
        if (mustRestart) break;
      }
      // A device that failed takes its worker along; new ones start clean.
      if (mustRestart) crew.close();
      if (signal.aborted || disposals > began || !isHeard) return;
    }
  }

  return {
    train,
    dispose() {
      disposals++;
      crew.close();
    },
  };
}

/** One core stays the page's where there are more than two: of two, both together train a sweep faster. */
function countWorkers(cores: number): number {
  return Math.min(cores > 2 ? cores - 1 : cores, MAX_WORKERS);
}

/** Loaded where a choice depends on devices, so that a page which trains on the processor never fetches it. */
async function askForDevices(): Promise<readonly DeviceFinding[]> {
  const { listDevices } = await import("./list-devices.ts");
  return await listDevices();
}
