import * as z from "zod/mini";
import { BoardRule } from "../../shared/boards/rule.ts";
import { canonicalJson } from "../../shared/spec/identity.ts";

const Row = z.object({ revision: z.int(), rule: z.string(), zone: z.string() });

/** A rule of a course. `revision` is another after every change, also where a board is deleted and made again. */
export type StoredBoard = { readonly rule: BoardRule; readonly revision: number; readonly zone: string };

/** The boards of a course in the order of its tabs, and the course's time zone with each. */
export async function listBoards(db: D1Database, course: string): Promise<readonly StoredBoard[]> {
  const { results } = await selectBoards(db, course).all();
  return rowsToBoards(results);
}

/** The same as a statement, for a batch. */
export function selectBoards(db: D1Database, course: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT b.revision, b.rule, COALESCE(s.zone, 'UTC') AS zone FROM boards b LEFT JOIN schedules s ON s.course = b.course
       WHERE b.course = ? ORDER BY b.position, b.id`,
    )
    .bind(course);
}

export function rowsToBoards(rows: readonly unknown[]): readonly StoredBoard[] {
  return rows.map((row) => {
    const { rule, ...same } = Row.parse(row);
    return { ...same, rule: BoardRule.parse(JSON.parse(rule)) };
  });
}

/** The statement that stores a new course's board. */
export function insertBoard(
  db: D1Database,
  { course, position, rule }: { course: string; position: number; rule: BoardRule },
): D1PreparedStatement {
  return db
    .prepare("INSERT INTO boards (course, id, position, revision, rule) VALUES (?, ?, ?, 1, ?)")
    .bind(course, rule.id, position, canonicalJson(rule));
}

export type RuleToPut = { readonly course: string; readonly base: number; readonly rule: BoardRule };

/** The statement that puts a rule on top of the revision that it changes; it changes nothing when another is the newest by now. */
export function putRule(db: D1Database, { course, base, rule }: RuleToPut): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO boards (course, id, position, revision, rule)
       SELECT ?1, ?2, COALESCE((SELECT MAX(position) + 1 FROM boards WHERE course = ?1), 0), board_version + 2, ?4
       FROM courses WHERE course = ?1 AND ?3 = COALESCE((SELECT revision FROM boards WHERE course = ?1 AND id = ?2), 0)
       ON CONFLICT (course, id) DO UPDATE SET revision = excluded.revision, rule = excluded.rule`,
    )
    .bind(course, rule.id, base, canonicalJson(rule));
}

/** The statements that delete a board with its entries; the last of them tells whether there was one. */
export function deleteBoard(
  db: D1Database,
  { course, board }: { course: string; board: string },
): readonly D1PreparedStatement[] {
  return [
    db.prepare("DELETE FROM board_entries WHERE course = ? AND board = ?").bind(course, board),
    db.prepare("DELETE FROM boards WHERE course = ? AND id = ?").bind(course, board),
  ];
}

/** The statement after which everyone who looks at a board of the course gets it anew. */
export function bumpBoards(db: D1Database, course: string): D1PreparedStatement {
  return db.prepare("UPDATE courses SET board_version = board_version + 1 WHERE course = ?").bind(course);
}
