import * as z from "zod/mini";
import { AssignmentView } from "../../shared/api/homework.ts";
import { type Database, parseRow } from "../outbox/database.ts";
import { Draft, DraftRow, type Owner } from "./draft.ts";
import { PendingHandIn } from "./pending-hand-in.ts";

/** The homework in IndexedDB: a row a cell and member, the assignment as it was last seen, and what is being handed in. */
export function makeDraftStore({ open }: Database) {
  return {
    async list({ course, member }: Owner): Promise<readonly DraftRow[]> {
      const range = IDBKeyRange.bound([course, member], [course, member, []]);
      const rows = await (await open()).getAll("drafts", range);
      return rows.map((row) => parseRow(DraftRow, row)).filter((row) => row !== null);
    },

    async read({ course, member }: Owner, cell: string): Promise<Draft | null> {
      return parseRow(Draft, await (await open()).get("drafts", [course, member, cell]));
    },

    /**
     * Changes a draft to what `next` makes of it as it is now in the database, so that two tabs never both act on one; null
     * leaves it. Gives the draft as it is then. Rejects when the device has no room or gives the lab no storage, and rather than
     * write over a draft that another version of the lab wrote in another form.
     */
    async change(
      { course, member }: Owner,
      cell: string,
      next: (draft: Draft | null) => Draft | null,
    ): Promise<Draft | null> {
      const change = (await open()).transaction("drafts", "readwrite");
      const row = await change.store.get([course, member, cell]);
      const before = parseRow(Draft, row);
      if (row !== undefined && before === null) throw new Error(`the draft of ${cell} is of another version`);
      const after = next(before);
      if (after !== null && after !== before) await change.store.put({ ...after, course, member, cell });
      await change.done;
      return after ?? before;
    },

    /** The assignment as a course had it when it was last asked, null where it never was. */
    async readAssignment(course: string): Promise<AssignmentView | null> {
      return parseRow(KeptAssignment, await (await open()).get("assignments", course))?.view ?? null;
    },

    async putAssignment(course: string, view: AssignmentView): Promise<void> {
      await (await open()).put("assignments", { course, view });
    },

    async readHandIn({ course, member }: Owner): Promise<PendingHandIn | null> {
      return parseRow(PendingHandIn, await (await open()).get("handIns", [course, member]));
    },

    async putHandIn({ course, member }: Owner, pending: PendingHandIn): Promise<void> {
      await (await open()).put("handIns", { ...pending, course, member });
    },

    /** All that is kept of a member's homework, and of the course's. */
    async deleteAll({ course, member }: Owner): Promise<void> {
      const change = (await open()).transaction(["drafts", "assignments", "handIns"], "readwrite");
      change.objectStore("drafts").delete(IDBKeyRange.bound([course, member], [course, member, []]));
      change.objectStore("assignments").delete(course);
      change.objectStore("handIns").delete([course, member]);
      await change.done;
    },

    async deleteHandIn({ course, member }: Owner): Promise<void> {
      await (await open()).delete("handIns", [course, member]);
    },
  };
}
export type DraftStore = ReturnType<typeof makeDraftStore>;

const KeptAssignment = z.object({ view: AssignmentView });
