import type { Digits } from "../../shared/dataset/digits.ts";
import type { Kernels } from "../../shared/kernels/kernels.ts";
import { CHECKPOINT_MS } from "./checkpoint-pace.ts";
import { type DeviceChecks, loadSimd } from "./engines.ts";
import { makeEventPost } from "./event-post.ts";
import { type Gate, makeGate } from "./gate.ts";
import { memoByJson } from "./memo.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import { placeOfChoice } from "./plan.ts";
import { makePulse } from "./pulse.ts";
import { OPENING_MS, quietMs } from "./quiet.ts";
import type { Portion } from "./run-queue.ts";
import type { TrainingTeam } from "./team/team.ts";
import { type SweepMeans, trainSweep } from "./train-sweep.ts";

export type WorkerSide = Omit<SweepMeans, "checks" | "openTeam"> & {
  /** A team of so many threads with this one; null where the browser or the machine gives none. */
  readonly openTeam?: (threads: number) => Promise<TrainingTeam | null>;
  readonly post: (message: FromWorker, transfer: Transferable[]) => void;
  readonly checkpointMs?: number;
};

/** The worker's part of the conversation: give every message that arrives to the function that this returns. */
export function serveTraining({
  post,
  checkpointMs = CHECKPOINT_MS,
  openKernels,
  openTeam,
  ...means
}: WorkerSide): (message: ToWorker) => void {
  const jobs = new Map<number, Job>();
  let digits: Digits | null = null;
  const checks: DeviceChecks = new Map();
  const checkpoints = { everyMs: checkpointMs, ofEnd: false };
  let kernels: Promise<Kernels> | null = null;
  const teamOf = memoByJson(async (threads: number) => (await openTeam?.(threads)) ?? null);
  const pulse = makePulse((withinMs) => post({ type: "alive", withinMs }, []));
  // One sweep at a time: the next waits until a stopped one has let go of the device.
  let queue = Promise.resolve();

  async function train(order: Extract<ToWorker, { type: "train" }>, state: Job): Promise<void> {
    const { job, portion, threads, ...sweep } = order;
    const { gate } = state;
    const { signal } = state.stopping;
    const more = () =>
      new Promise<Portion>((resolve) => {
        state.supply = resolve;
        if (signal.aborted) resolve(NO_MORE);
        else post({ type: "wants", job }, []);
      });
    pulse.beat(OPENING_MS);
    if (digits === null) throw new Error("an order came before the digits");
    // Where one sweep is trained, another may follow without a network; the start page's one model is always the same.
    if (!order.snapshots) loadSimd().catch(() => {});
    const events = makeEventPost((batch, transfer) => post({ type: "events", job, events: batch }, transfer));
    try {
      for await (const event of trainSweep({
        ...sweep,
        ...means,
        // One training at a time, so that one instance serves all, and its memory is warm.
        openKernels: () => (kernels ??= openKernels()),
        openTeam: async () => (threads > 1 ? await teamOf(threads) : null),
        digits,
        runs: portion.runs,
        more: portion.isLast ? null : more,
        checks,
        signal,
        checkpoints,
      })) {
        if (signal.aborted) break;
        events.add(event);
        // An engine that is loaded or checked, and a run, each have their time.
        if (event.event.type === "started" || event.event.type === "resumed")
          pulse.beat(quietMs(event.event.spec, placeOfChoice(event.event)));
        else if (event.event.type === "finished" || event.event.type === "failed") pulse.beat(OPENING_MS);
        if (!gate.isOpen()) await gate.opened();
      }
      events.flush();
      post({ type: "done", job }, []);
    } catch (error) {
      events.flush();
      post({ type: "crashed", job, message: error instanceof Error ? error.message : String(error) }, []);
    } finally {
      jobs.delete(job);
      if (jobs.size === 0) pulse.stop();
    }
  }

  return (message) => {
    if (message.type === "digits") {
      digits = message.digits;
      return;
    }
    if (message.type === "train") {
      const job: Job = { stopping: new AbortController(), gate: makeGate(), supply: null };
      jobs.set(message.job, job);
      queue = queue.then(() => train(message, job));
      return;
    }
    const job = jobs.get(message.job);
    if (job === undefined) return;
    switch (message.type) {
      case "more":
        job.supply?.(message.portion);
        return;
      case "pause":
        job.gate.close();
        return;
      case "resume":
        job.gate.open();
        return;
      case "stop":
        job.stopping.abort();
        job.gate.open();
        job.supply?.(NO_MORE);
        return;
      default:
        message satisfies never;
    }
  };
}

const NO_MORE: Portion = { runs: [], isLast: true };

type Job = {
  readonly stopping: AbortController;
  readonly gate: Gate;
  /** Answers a wish for more runs. */
  supply: ((portion: Portion) => void) | null;
};
