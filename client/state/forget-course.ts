import type { Owner } from "../drafts/draft.ts";
import { makeLastWords } from "../drafts/last-words.ts";
import { isCell } from "../outbox/in-progress.ts";
import { closeNotebook } from "./notebook.ts";
import { draftStore, store } from "./store.ts";

/**
 * Deletes from this device what it keeps of a course: a member's drafts and what trains for them, and the runs that were sent there or
 * wait for it. Rejects where the browser gives the lab no storage.
 */
export async function forgetOnDevice(owner: Owner): Promise<void> {
  await closeNotebook(owner.course);
  makeLastWords(owner, "").forgetAll();
  await draftStore.deleteAll(owner);
  for (const row of await store.listInProgress())
    if (isCell(row) && row.course === owner.course && row.member === owner.member)
      await store.deleteInProgress(row.id);
  const runs = await store.listRuns();
  const its = runs.filter(({ state }) => "course" in state && state.course === owner.course);
  await store.deleteRuns(its.map(({ id }) => id));
}
