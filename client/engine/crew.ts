import type { Digits } from "../../shared/dataset/digits.ts";
import type { FromWorker, JobOrder } from "./messages.ts";
import type { ThreadListener, TrainingThread } from "./training-thread.ts";

/** A job's place at one worker. */
export type Seat = { post(message: JobOrder): void; leave(): void };

/**
 * The training workers of a page. Each starts with its first job and is kept for those to come, which wait in it until
 * the one before is over. One that died takes its jobs along, and its place gets a new one.
 */
export function makeCrew(openThread: (listener: ThreadListener) => TrainingThread) {
  type Member = {
    readonly thread: TrainingThread;
    readonly jobs: Map<number, (message: FromWorker) => void>;
    /** What it was given to train on. */
    digits: Digits | null;
  };
  const members = new Map<number, Member>();

  function dismiss(place: number, member: Member, end: (job: number) => FromWorker): void {
    // Its place may be another's by the time that it is heard to have died.
    if (members.get(place) !== member) return;
    members.delete(place);
    member.thread.close();
    for (const [job, hear] of member.jobs) hear(end(job));
    member.jobs.clear();
  }

  function open(place: number): Member {
    const jobs: Member["jobs"] = new Map();
    const crash = (message: string) => dismiss(place, member, (job) => ({ type: "crashed", job, message }));
    const thread = openThread({
      onMessage(message) {
        if (message.type === "crashed") crash(message.message);
        else jobs.get(message.job)?.(message);
      },
      onCrash: crash,
    });
    const member: Member = { thread, jobs, digits: null };
    members.set(place, member);
    return member;
  }

  return {
    /** Tells `hear` what worker `place` says of `job`; nothing after `done` or `crashed`. */
    join(
      place: number,
      { job, digits }: { readonly job: number; readonly digits: Digits },
      hear: (message: FromWorker) => void,
    ): Seat {
      const member = members.get(place) ?? open(place);
      const { thread, jobs } = member;
      if (member.digits !== digits) thread.post({ type: "digits", digits });
      member.digits = digits;
      jobs.set(job, hear);
      return {
        post: (message) => {
          if (jobs.has(job)) thread.post(message);
        },
        leave: () => jobs.delete(job),
      };
    },
    /** Ends every worker, and with it what is being trained: its jobs are done. */
    close(): void {
      for (const [place, member] of [...members]) dismiss(place, member, (job) => ({ type: "done", job }));
    },
  };
}
export type Crew = ReturnType<typeof makeCrew>;
