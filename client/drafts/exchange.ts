import type { Classroom, Unreached } from "./classroom.ts";
import { markSent, takeAcknowledged, takeArrived, takeRefused, toSend } from "./decide.ts";
import type { Desk } from "./desk.ts";

/** What came of sending a cell: the class has it or refused it; it holds something newer; it could not be asked. */
export type Sent = { readonly type: "done" } | { readonly type: "newer" } | Unreached;

/** Takes what the class holds and this device has not seen. */
export async function takeNews(desk: Desk, classroom: Classroom): Promise<{ type: "done" } | Unreached> {
  const outcome = await classroom.list();
  if (outcome.type !== "listed") return outcome;
  for (const saved of outcome.answers) {
    if ((desk.sheet(saved.cell).draft?.base.revision ?? 0) < saved.revision)
      await desk.change(saved.cell, (draft) => takeArrived(draft, saved));
  }
  return { type: "done" };
}

/** Sends a cell as the device has it now, where there is something to send. */
export async function sendCell(desk: Desk, classroom: Classroom, cell: string): Promise<Sent> {
  const marked = await desk.change(cell, (draft) => {
    const sending = draft === null ? null : toSend(draft);
    return draft === null || sending === null ? null : markSent(draft, sending.answer);
  });
  const sending = marked === null ? null : toSend(marked);
  if (sending === null) return { type: "done" };
  const { answer } = sending;
  const outcome = await classroom.put({ cell, ...sending });
  switch (outcome.type) {
    case "stored":
      await desk.change(cell, (draft) => draft && takeAcknowledged(draft, { ...outcome, answer }));
      return { type: "done" };
    case "refused":
      await desk.change(cell, (draft) => draft && takeRefused(draft, { ...outcome, answer }));
      return { type: "done" };
    case "newer":
    case "away":
    case "fault":
    case "notMember":
      return outcome;
    default:
      return outcome satisfies never;
  }
}

/** The cells that have something to send. */
export function listDue(desk: Desk): readonly string[] {
  return desk.cells().filter((cell) => {
    const { draft } = desk.sheet(cell);
    return draft !== null && toSend(draft) !== null;
  });
}
