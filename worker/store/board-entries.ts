import * as z from "zod/mini";
import type { BoardRule } from "../../shared/boards/rule.ts";
import { canonicalJson } from "../../shared/spec/identity.ts";

/** A run that counts on a board, as it is stored beside the run. */
export type NewEntry = {
  readonly run: string;
  readonly member: string;
  /** 0 where all are ranked together. */
  readonly width: number;
  readonly latentSize: number;
  readonly cost: number;
  readonly receivedAt: string;
  readonly day: string;
};

type ByRevision = { readonly course: string; readonly rule: BoardRule; readonly revision: number };

/**
 * The statement that enters a run on a board, for the batch that stores it: it does nothing where the rule is no longer the one that
 * the run was judged by, where the id is another's run, and where the member's day has had its attempts.
 */
export function insertEntry(
  db: D1Database,
  { course, rule, revision }: ByRevision,
  entry: NewEntry,
  contentHash: string,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO board_entries (course, board, run, member, width, latent_size, cost, received_at, day)
       SELECT ?1, ?2, id, member, ?5, ?6, ?7, received_at, ?8 FROM runs
       WHERE id = ?3 AND member = ?4 AND content_hash = ?9
         AND EXISTS (SELECT 1 FROM boards WHERE course = ?1 AND id = ?2 AND revision = ?10)
         AND (?11 IS NULL OR ?11 > (SELECT COUNT(*) FROM board_entries
           WHERE course = ?1 AND board = ?2 AND width = ?5 AND member = ?4 AND day = ?8))
       ON CONFLICT (course, board, run) DO NOTHING`,
    )
    .bind(
      course,
      rule.id,
      entry.run,
      entry.member,
      entry.width,
      entry.latentSize,
      entry.cost,
      entry.day,
      contentHash,
      revision,
      rule.attemptsADay,
    );
}

type ByRule = { readonly course: string; readonly rule: BoardRule };

/** The statement that takes every entry off a board, where this rule is the board's own by now. */
export function deleteEntries(db: D1Database, { course, rule }: ByRule): D1PreparedStatement {
  return db
    .prepare(`DELETE FROM board_entries WHERE course = ?1 AND board = ?2 AND ${IS_RULE}`)
    .bind(course, rule.id, canonicalJson(rule));
}

/** The statement that enters many runs at once, where this rule is the board's own by now and the runs are there. */
export function insertEntries(
  db: D1Database,
  { course, rule }: ByRule,
  entries: readonly NewEntry[],
): D1PreparedStatement {
  const columns = entries.map(({ run, width, latentSize, cost, day }) => [run, width, latentSize, cost, day]);
  return db
    .prepare(
      `INSERT INTO board_entries (course, board, run, member, width, latent_size, cost, received_at, day)
       SELECT ?1, ?2, r.id, r.member, j.value ->> 1, j.value ->> 2, j.value ->> 3, r.received_at, j.value ->> 4
       FROM json_each(?4) j JOIN runs r ON r.id = j.value ->> 0 WHERE ${IS_RULE}
       ON CONFLICT (course, board, run) DO NOTHING`,
    )
    .bind(course, rule.id, canonicalJson(rule), JSON.stringify(columns));
}

const IS_RULE = "EXISTS (SELECT 1 FROM boards WHERE course = ?1 AND id = ?2 AND rule = ?3)";

const Entered = z.object({ board: z.string() });

/** The boards on which a run counts, for a batch; `rowsToEntered` reads them. */
export function selectEnteredBoards(db: D1Database, run: string): D1PreparedStatement {
  return db.prepare("SELECT board FROM board_entries WHERE run = ?").bind(run);
}

export function rowsToEntered(rows: readonly unknown[]): ReadonlySet<string> {
  return new Set(rows.map((row) => Entered.parse(row).board));
}

const Count = z.object({ board: z.string(), runs: z.int(), seats: z.int() });

/** How many runs of how many members count on each board of a course. */
export async function countEntries(
  db: D1Database,
  course: string,
): Promise<ReadonlyMap<string, { readonly runs: number; readonly seats: number }>> {
  const { results } = await db
    .prepare(
      `SELECT e.board, COUNT(*) AS runs, COUNT(DISTINCT e.member) AS seats FROM board_entries e
       JOIN present_members m ON m.id = e.member WHERE e.course = ? GROUP BY e.board`,
    )
    .bind(course)
    .all();
  return new Map(
    results.map((row) => Count.parse(row)).map(({ board, runs, seats }) => [board, { runs, seats }]),
  );
}
