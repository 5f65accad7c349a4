import { CHECKPOINT_MS } from "./checkpoint-pace.ts";
import type { DeviceChecks } from "./engines.ts";
import { makeEventPost } from "./event-post.ts";
import { type Gate, makeGate } from "./gate.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import { type SweepMeans, trainSweep } from "./train-sweep.ts";

export type WorkerSide = Omit<SweepMeans, "checks"> & {
  readonly post: (message: FromWorker, transfer: Transferable[]) => void;
  readonly checkpointMs?: number;
};

/** The worker's part of the conversation: give every message that arrives to the function that this returns. */
export function serveTraining({
  post,
  checkpointMs = CHECKPOINT_MS,
  ...means
}: WorkerSide): (message: ToWorker) => void {
  const jobs = new Map<number, Job>();
  const checks: DeviceChecks = new Map();
  const checkpoints = { everyMs: checkpointMs, ofEnd: false };
  // One sweep at a time: the next waits until a stopped one has let go of the device.
  let queue = Promise.resolve();

  async function train(order: Extract<ToWorker, { type: "train" }>, { stopping, gate }: Job): Promise<void> {
    const { job } = order;
    const { signal } = stopping;
    const events = makeEventPost((batch, transfer) => post({ type: "events", job, events: batch }, transfer));
    try {
      for await (const event of trainSweep({ ...order, ...means, checks, signal, checkpoints })) {
        if (signal.aborted) break;
        events.add(event);
        await gate.opened();
      }
      events.flush();
      post({ type: "done", job }, []);
    } catch (error) {
      events.flush();
      post({ type: "crashed", job, message: error instanceof Error ? error.message : String(error) }, []);
    } finally {
      jobs.delete(job);
    }
  }

  return (message) => {
    if (message.type === "train") {
      const job = { stopping: new AbortController(), gate: makeGate() };
      jobs.set(message.job, job);
      queue = queue.then(() => train(message, job));
      return;
    }
    const job = jobs.get(message.job);
    if (message.type === "pause") job?.gate.close();
    else job?.gate.open();
    if (message.type === "stop") job?.stopping.abort();
  };
}

type Job = { readonly stopping: AbortController; readonly gate: Gate };
