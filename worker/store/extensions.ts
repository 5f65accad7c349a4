import * as z from "zod/mini";
import type { Extension, ExtensionFor } from "../../shared/api/schedule.ts";

const Row = z.object({
  member: z.nullable(z.string()),
  section: z.nullable(z.string()),
  due_at: z.string(),
  reason: z.string(),
  given_by: z.string(),
  given_at: z.string(),
});

/** A course's extensions: sections by name, then students, the latest given first. */
export async function listExtensions(db: D1Database, course: string): Promise<Extension[]> {
  const { results } = await db
    .prepare(
      `SELECT e.member, e.section, e.due_at, e.reason, g.pseudonym AS given_by, e.given_at
       FROM extensions e JOIN members g ON g.id = e.given_by
       WHERE e.course = ? AND (e.member IS NULL OR e.member IN (SELECT id FROM present_members)) ORDER BY e.section IS NULL, e.section, e.given_at DESC, e.id DESC`,
    )
    .bind(course)
    .all();
  return results.map((row) => {
    const { member, section, due_at, reason, given_by, given_at } = Row.parse(row);
    return {
      for: member === null ? { kind: "section", section: section ?? "" } : { kind: "student", member },
      ...{ dueAt: due_at, reason, givenBy: given_by, givenAt: given_at },
    };
  });
}

export type NewExtension = {
  readonly course: string;
  readonly whose: ExtensionFor;
  readonly dueAt: string;
  readonly reason: string;
  readonly givenBy: string;
  readonly now: string;
};

/** The statement that gives an extension, or changes it; it changes no row where just this one stands. */
export function putExtension(db: D1Database, { whose, ...extension }: NewExtension): D1PreparedStatement {
  const [column, value] = target(whose);
  return db
    .prepare(
      `INSERT INTO extensions (course, ${column}, due_at, reason, given_by, given_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (course, ${column}) DO UPDATE
         SET due_at = excluded.due_at, reason = excluded.reason, given_by = excluded.given_by, given_at = excluded.given_at
         WHERE due_at <> excluded.due_at OR reason <> excluded.reason`,
    )
    .bind(extension.course, value, extension.dueAt, extension.reason, extension.givenBy, extension.now);
}

/** The statement that takes an extension away. */
export function deleteExtension(
  db: D1Database,
  { course, whose }: Pick<NewExtension, "course" | "whose">,
): D1PreparedStatement {
  const [column, value] = target(whose);
  return db.prepare(`DELETE FROM extensions WHERE course = ? AND ${column} = ?`).bind(course, value);
}

function target(whose: ExtensionFor): readonly ["member" | "section", string] {
  return whose.kind === "student" ? ["member", whose.member] : ["section", whose.section];
}

/** Whether the roster has anyone in this section. */
export async function isSection(
  db: D1Database,
  { course, section }: { readonly course: string; readonly section: string },
): Promise<boolean> {
  const found = await db
    .prepare("SELECT 1 FROM roster WHERE course = ? AND section = ? LIMIT 1")
    .bind(course, section)
    .first();
  return found !== null;
}
