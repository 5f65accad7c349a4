import type { KeptRun } from "../../outbox/kept-run.ts";
import { type Said, sayState } from "../../outbox/words.ts";

export type Group = { readonly said: Said; readonly runs: readonly KeptRun[] };

/** Runs of which the same is to be said, together; the groups in the order of their newest run. */
export function groupByWords(runs: readonly KeptRun[]): readonly Group[] {
  const groups = new Map<string, { readonly said: Said; readonly runs: KeptRun[] }>();
  for (const run of runs) {
    const said = sayState(run.state);
    const group = groups.get(said.words) ?? { said, runs: [] };
    groups.set(said.words, group);
    group.runs.push(run);
  }
  return [...groups.values()];
}
