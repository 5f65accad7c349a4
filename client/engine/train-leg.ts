import type { Digits } from "../../shared/dataset/digits.ts";
import type { Crew, JobMessage, Seat } from "./crew.ts";
import type { Deal } from "./deal.ts";
import { makeGate } from "./gate.ts";
import type { JobOrder } from "./messages.ts";
import type { Portion } from "./run-queue.ts";
import type { SweepEvent } from "./train-sweep.ts";

/** What is said to every worker of a leg. */
export type LegOrder = Omit<Extract<JobOrder, { type: "train" }>, "type" | "portion">;

/** What one worker does of a leg, and what arrived of it and was not pulled yet. */
type Share = {
  readonly seat: Seat;
  /** Runs that it was given and that are not over, in order. */
  readonly open: Set<number>;
  readonly events: SweepEvent[];
  end: { readonly type: "done" } | { readonly type: "crashed"; readonly message: string } | null;
  /** Whether the events that were pulled last are being looked at. */
  isRead: boolean;
  isPaused: boolean;
};

/**
 * Tells what the workers tell of one order as it comes, some events at a time, a run's in order, and the death of a worker
 * as the failure of the run that it was at. Not to pull pauses them; to abort `signal` or leave the loop ends the job.
 */
export async function* trainLeg(
  crew: Crew,
  deal: Deal,
  {
    order,
    digits,
    signal,
  }: { readonly order: LegOrder; readonly digits: Digits; readonly signal: AbortSignal },
): AsyncGenerator<readonly SweepEvent[], void> {
  const { job } = order;
  const arrival = makeGate();
  const shares: Share[] = [];

  function takeNext(share: Share): Portion {
    const portion = deal.next();
    for (const { run } of portion.runs) share.open.add(run);
    return portion;
  }

  function hear(share: Share, message: JobMessage): void {
    if (message.type === "wants") share.seat.post({ type: "more", job, portion: takeNext(share) });
    else if (message.type !== "events") share.end ??= message;
    else {
      // The last batch still waits: nobody pulls.
      if ((share.events.length > 0 || share.isRead) && !share.isPaused) {
        share.isPaused = true;
        share.seat.post({ type: "pause", job });
      }
      share.events.push(...message.events);
    }
    arrival.open();
  }

  function join(place: number): Share {
    const seat = crew.join(place, { job, digits }, (message) => hear(share, message));
    const share: Share = { seat, open: new Set(), events: [], end: null, isRead: false, isPaused: false };
    seat.post({ type: "train", ...order, portion: takeNext(share) });
    return share;
  }

  signal.addEventListener("abort", arrival.open);
  try {
    for (let place = 0; place < deal.hands; place++) shares.push(join(place));
    while (!signal.aborted) {
      for (const share of shares) {
        if (!share.isPaused || share.events.length > 0) continue;
        share.isPaused = false;
        share.seat.post({ type: "resume", job });
      }
      const share = shares.find(({ events }) => events.length > 0);
      if (share !== undefined) {
        const events = share.events.splice(0);
        for (const event of events) if (endsRun(event)) share.open.delete(event.run);
        share.isRead = true;
        yield events;
        share.isRead = false;
        continue;
      }
      for (const { end, open } of shares) {
        const [during] = open;
        if (end?.type !== "crashed" || during === undefined) continue;
        yield [{ run: during, event: crash(end.message) }];
        return;
      }
      if (shares.every(({ end }) => end !== null)) return;
      arrival.close();
      await arrival.opened();
    }
  } finally {
    signal.removeEventListener("abort", arrival.open);
    for (const { seat, end } of shares) {
      if (end === null) seat.post({ type: "stop", job });
      seat.leave();
    }
  }
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
