import type { Digits } from "../../shared/dataset/digits.ts";
import type { FromWorker, JobOrder } from "./messages.ts";
import { OPENING_MS } from "./quiet.ts";
import type { ThreadListener, TrainingThread } from "./training-thread.ts";
import { makeVigil } from "./vigil.ts";

/** What a job hears of its worker. */
export type JobMessage = Exclude<FromWorker, { type: "alive" }>;

/** A job's place at one worker. */
export type Seat = { post(message: JobOrder): void; leave(): void };

/**
 * The training workers of a page. Each starts with its first job and is kept for those to come, which wait in it until
 * the one before is over. One that died, or hangs, takes its jobs along, and its place gets a new one.
 */
export function makeCrew(openThread: (listener: ThreadListener) => TrainingThread) {
  type Member = {
    readonly thread: TrainingThread;
    readonly jobs: Map<number, (message: JobMessage) => void>;
    /** What it was given to train on. */
    digits: Digits | null;
    /** For how long at most it said that it would be silent; null before its program has begun. */
    withinMs: number | null;
    readonly crash: (message: string) => void;
  };
  const members = new Map<number, Member>();
  // Who was taken for hung may only have been slow: the next one gets more time.
  let leniency = 1;
  const vigil = makeVigil<Member>((member, silentMs) => {
    leniency *= 4;
    member.crash(`it did not answer for ${(silentMs / 1_000).toFixed(1)} s`);
  });

  function dismiss(place: number, member: Member, end: (job: number) => JobMessage): void {
    // Its place may be another's by the time that it is heard to have died.
    if (members.get(place) !== member) return;
    members.delete(place);
    vigil.leave(member);
    member.thread.close();
    for (const [job, hear] of member.jobs) hear(end(job));
    member.jobs.clear();
  }

  function open(place: number): Member {
    const jobs: Member["jobs"] = new Map();
    const crash = (message: string) => dismiss(place, member, (job) => ({ type: "crashed", job, message }));
    const thread = openThread({
      onMessage(message) {
        if (message.type === "alive") member.withinMs = message.withinMs;
        watch(member);
        if (message.type === "crashed") crash(message.message);
        else if (message.type !== "alive") jobs.get(message.job)?.(message);
      },
      onCrash: crash,
    });
    const member: Member = { thread, jobs, digits: null, withinMs: null, crash };
    members.set(place, member);
    return member;
  }

  function watch(member: Member): void {
    if (member.jobs.size > 0 && member.withinMs !== null) vigil.watch(member, leniency * member.withinMs);
  }

  return {
    /** Tells `hear` what worker `place` says of `job`; nothing after `done` or `crashed`. */
    join(
      place: number,
      { job, digits }: { readonly job: number; readonly digits: Digits },
      hear: (message: JobMessage) => void,
    ): Seat {
      const member = members.get(place) ?? open(place);
      const { thread, jobs } = member;
      if (member.digits !== digits) thread.post({ type: "digits", digits });
      member.digits = digits;
      jobs.set(job, hear);
      // One that is warm answers soon, unless it hangs in a job that was stopped.
      if (member.withinMs !== null) member.withinMs = OPENING_MS;
      watch(member);
      return {
        post: (message) => {
          if (jobs.has(job)) thread.post(message);
        },
        leave: () => {
          jobs.delete(job);
          if (jobs.size === 0) vigil.leave(member);
        },
      };
    },
    /** Ends every worker, and with it what is being trained: its jobs are done. */
    close(): void {
      for (const [place, member] of [...members]) dismiss(place, member, (job) => ({ type: "done", job }));
    },
  };
}
export type Crew = ReturnType<typeof makeCrew>;
