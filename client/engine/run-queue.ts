import type { SweepRun } from "./train-sweep.ts";

/** Some runs of a sweep, and whether the program that gets them gets no others after them. */
export type Portion = { readonly runs: readonly SweepRun[]; readonly isLast: boolean };

/** The runs that one program has still to train; `more` brings the next portion of a sweep that several programs share. */
export function makeRunQueue(runs: readonly SweepRun[], more: (() => Promise<Portion>) | null) {
  let waiting = runs;
  let ask = more;
  let ahead: Promise<Portion> | null = null;
  return {
    /** Those that wait, in order; none once all are taken. */
    async list(): Promise<readonly SweepRun[]> {
      while (waiting.length === 0 && ask !== null) {
        const portion = await (ahead ?? ask());
        ahead = null;
        waiting = portion.runs;
        if (portion.isLast) ask = null;
      }
      return waiting;
    },
    take(taken: readonly SweepRun[]): void {
      waiting = waiting.filter((run) => !taken.includes(run));
    },
    /** Asks for the next portion while the last run of this one trains, so that none waits for it. */
    askAhead(): void {
      if (waiting.length === 0 && ask !== null) ahead ??= ask();
    },
  };
}
