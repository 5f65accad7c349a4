import * as z from "zod/mini";
import type { ShownName } from "../../shared/api/boards.ts";
import type { Member } from "./members.ts";

const Row = z.object({ shows_name: z.int(), name: z.string() });

/** Whether boards may show a member's name to the course, and which name that is: of the roster, else as the member gave it. */
export async function readShownName(db: D1Database, { id, course }: Member): Promise<ShownName> {
  const row = await db
    .prepare(
      `SELECT m.shows_name, COALESCE(NULLIF(o.name, ''), m.name) AS name
       FROM present_members m LEFT JOIN roster o ON o.member = m.id WHERE m.id = ? AND m.course = ?`,
    )
    .bind(id, course)
    .first();
  if (row === null) return { shown: false, name: "" };
  const { shows_name, name } = Row.parse(row);
  return { shown: shows_name === 1, name };
}

/** The statement that keeps a member's wish. */
export function setShownName(db: D1Database, { id, course }: Member, shown: boolean): D1PreparedStatement {
  return db
    .prepare("UPDATE members SET shows_name = ? WHERE id = ? AND course = ?")
    .bind(shown ? 1 : 0, id, course);
}
