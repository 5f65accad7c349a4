import type { Digits } from "../../shared/dataset/digits.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import type { Preference } from "./choose.ts";
import { type Gate, makeGate } from "./gate.ts";
import type { FromWorker } from "./messages.ts";
import { type Begun, type Leg, makeRecovery } from "./recovery.ts";
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

/** The page's handle on the training worker. */
export interface Trainer {
  /**
   * Trains run after run. Not to pull pauses training within a frame or two; to abort `signal` or leave the loop ends
   * it. What a lost device or a dead worker interrupts goes on from its last checkpoint in a new worker: `resumed`, or
   * `started` anew. Where that fails again and no other device is left, the run has `failed` and the sweep ends.
   */
  train(order: TrainOrder): AsyncGenerator<SweepEvent, void>;
  /** Ends the worker, and with it what is being trained. */
  dispose(): void;
}

/** What arrived for one sweep and was not pulled yet. */
type Inbox = {
  readonly events: SweepEvent[];
  /** Open while there may be something to pull. */
  readonly arrival: Gate;
  end: { readonly type: "done" } | { readonly type: "crashed"; readonly message: string } | null;
  paused: boolean;
};

/** Starts no worker before the first `train`. A second sweep waits in the worker until the first one is over. */
export function makeTrainer(
  openThread: (listener: ThreadListener) => TrainingThread = openTrainingThread,
): Trainer {
  const inboxes = new Map<number, Inbox>();
  let thread: TrainingThread | null = null;
  let [jobs, disposals] = [0, 0];

  function close(end: NonNullable<Inbox["end"]>): void {
    thread?.close();
    thread = null;
    for (const inbox of inboxes.values()) {
      inbox.end ??= end;
      inbox.arrival.open();
    }
  }

  function receive(message: FromWorker): void {
    const inbox = inboxes.get(message.job);
    if (message.type === "crashed") close(message);
    else if (inbox === undefined) return;
    else if (message.type === "done") inbox.end ??= message;
    else {
      // The last batch still waits: nobody pulls.
      if (inbox.events.length > 0 && !inbox.paused) {
        inbox.paused = true;
        thread?.post({ type: "pause", job: message.job });
      }
      inbox.events.push(...message.events);
    }
    inbox?.arrival.open();
  }

  /** Tells what the worker tells of one order, and its death as a failed run. */
  async function* trainLeg(
    { runs, ...order }: Leg & Omit<TrainOrder, "specs" | "signal" | "begun">,
    signal: AbortSignal,
  ): AsyncGenerator<SweepEvent, void> {
    const job = jobs++;
    const inbox: Inbox = { events: [], arrival: makeGate(), end: null, paused: false };
    inboxes.set(job, inbox);
    signal.addEventListener("abort", inbox.arrival.open);
    let at = 0;
    try {
      thread ??= openThread({
        onMessage: receive,
        onCrash: (message) => close({ type: "crashed", message }),
      });
      thread.post({ type: "train", job, runs, ...order });
      while (!signal.aborted) {
        const next = inbox.events.shift();
        if (next !== undefined) {
          at = runs.findIndex(({ run }) => run === next.run);
          yield next;
          if (endsRun(next)) at++;
        } else if (inbox.end !== null) {
          const during = runs[at]?.run;
          if (inbox.end.type === "crashed" && during !== undefined)
            yield { run: during, event: crash(inbox.end.message) };
          return;
        } else {
          if (inbox.paused) thread?.post({ type: "resume", job });
          inbox.paused = false;
          inbox.arrival.close();
          await inbox.arrival.opened();
        }
      }
    } finally {
      signal.removeEventListener("abort", inbox.arrival.open);
      inboxes.delete(job);
      if (inbox.end === null) thread?.post({ type: "stop", job });
    }
  }

  async function* train({ specs, signal, begun, ...order }: TrainOrder): AsyncGenerator<SweepEvent, void> {
    const recovery = makeRecovery(specs, begun);
    const began = disposals;
    for (let leg = recovery.nextLeg(); leg !== null; leg = recovery.nextLeg()) {
      let isHeard = false;
      for await (const event of trainLeg({ ...order, ...leg }, signal)) {
        isHeard = true;
        const { tell, restart } = recovery.take(event);
        if (tell !== null) yield tell;
        if (!restart) continue;
        // A device that failed takes its worker along; a new one starts clean.
        close({ type: "done" });
        break;
      }
      if (signal.aborted || disposals > began || !isHeard) return;
    }
  }

  return {
    train,
    dispose() {
      disposals++;
      close({ type: "done" });
    },
  };
}

function endsRun({ event }: SweepEvent): boolean {
  return event.type === "finished" || event.type === "failed";
}

function crash(message: string): Extract<SweepEvent["event"], { type: "failed" }> {
  return {
    type: "failed",
    reason: "crash",
    message: `Training stopped unexpectedly (${message}). Runs that finished are kept; train again to start anew.`,
  };
}
