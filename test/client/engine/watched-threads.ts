import { Worker } from "node:worker_threads";
import type { ThreadOrders } from "../../../client/command/training-thread.ts";
import type { FromWorker } from "../../../client/engine/messages.ts";
import type { SweepEvent, TrainOrder } from "../../../client/engine/trainer.ts";
import type { ThreadListener, TrainingThread } from "../../../client/engine/training-thread.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { digits } from "../../shared/digits.ts";

/** A thread that a trainer opened, with what was posted to it, and how many events of each job came back. */
export type WatchedThread = {
  readonly worker: Worker;
  readonly posted: string[];
  readonly arrived: number[];
};

/** The program of the command line's threads, which is that of a browser's training worker but for its edges. */
export const TRAINING_THREAD = new URL("../../../client/command/training-thread.ts", import.meta.url);

/** Opens training workers as threads of Node, and keeps each where a test can look at it. */
export function watchThreads({
  entry = TRAINING_THREAD,
  checkpointMs,
}: {
  entry?: URL;
  checkpointMs?: number;
} = {}) {
  const threads: WatchedThread[] = [];
  return {
    threads,
    openThread({ onMessage, onCrash }: ThreadListener): TrainingThread {
      const workerData: ThreadOrders = { device: "cpu", checkpointMs };
      const worker = new Worker(entry, { workerData });
      const [posted, arrived]: [string[], number[]] = [[], []];
      let closed = false;
      threads.push({ worker, posted, arrived });
      worker.on("message", (message: FromWorker) => {
        if (message.type === "events")
          arrived[message.job] = (arrived[message.job] ?? 0) + message.events.length;
        onMessage(message);
      });
      worker.on("error", (error) => onCrash(error instanceof Error ? error.message : String(error)));
      worker.on("exit", (code) => closed || onCrash(`exit ${code}`));
      return {
        post(message) {
          posted.push(message.type);
          worker.postMessage(message);
        },
        close() {
          closed = true;
          void worker.terminate();
        },
      };
    },
    /** A thread that still ends while the next test's begins has brought Node down. */
    async end(): Promise<void> {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

export function orderOf(specs: readonly ExperimentSpec[], options: Partial<TrainOrder> = {}): TrainOrder {
  const { signal } = new AbortController();
  return { specs, preference: "auto", snapshots: false, signal, digits, ...options };
}

export async function collect(events: AsyncIterable<SweepEvent>): Promise<SweepEvent[]> {
  const all = [];
  for await (const event of events) all.push(event);
  return all;
}

/** The events of each of `runs` runs, in the order in which they came. */
export function eventsByRun(events: readonly SweepEvent[], runs: number) {
  return Array.from({ length: runs }, (_, run) =>
    events.filter((event) => event.run === run).map(({ event }) => event),
  );
}
