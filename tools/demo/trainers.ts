import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import type { TrainedRun } from "./train-run.ts";

/** Trains on every core; `close` ends the threads. */
export type Trainers = { train(spec: ExperimentSpec): Promise<TrainedRun>; close(): Promise<void> };

export function makeTrainers(threads = Math.min(availableParallelism(), 4)): Trainers {
  const all = Array.from(
    { length: threads },
    () => new Worker(new URL("./training-thread.ts", import.meta.url)),
  );
  const idle = [...all];
  const waiting: ((worker: Worker) => void)[] = [];
  const take = (): Promise<Worker> => {
    const worker = idle.pop();
    return worker === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(worker);
  };
  const release = (worker: Worker) => {
    const next = waiting.shift();
    if (next === undefined) idle.push(worker);
    else next(worker);
  };
  return {
    async train(spec) {
      const worker = await take();
      try {
        return await new Promise<TrainedRun>((resolve, reject) => {
          worker.once("message", (run: TrainedRun) => {
            worker.off("error", reject);
            resolve(run);
          });
          worker.once("error", reject);
          worker.postMessage(spec);
        });
      } finally {
        release(worker);
      }
    },
    async close() {
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}
