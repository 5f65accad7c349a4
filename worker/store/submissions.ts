import * as z from "zod/mini";
import type { Receipt } from "../../shared/api/homework.ts";
import type { SubmissionFacts } from "../../shared/grading/facts.ts";
import { DEADLINE_COLUMNS, DEADLINE_JOINS, latenessOf, rowToDeadline } from "./deadlines.ts";
import { rowsToHashes, selectDoomed } from "./doomed-bytes.ts";

const Row = z.object({
  id: z.string(),
  course: z.string(),
  member: z.string(),
  pseudonym: z.string(),
  number: z.int(),
  version: z.int(),
  content_hash: z.string(),
  received_at: z.string(),
});

/** A submission's row: its receipt, and whose it is. */
export type Submission = { readonly course: string; readonly member: string; readonly receipt: Receipt };

/** When it was due, and whether it is late, follow from the schedule and the extensions of now. */
function rowToSubmission(row: unknown): Submission {
  const { course, member, content_hash: contentHash, received_at: receivedAt, ...same } = Row.parse(row);
  const deadline = rowToDeadline(row);
  const lateness = latenessOf(receivedAt, deadline);
  return {
    course,
    member,
    receipt: { ...same, contentHash, receivedAt, dueAt: deadline.dueAt, ...lateness },
  };
}

const COLUMNS = `SELECT s.*, m.pseudonym, ${DEADLINE_COLUMNS} FROM submissions s`;
const SELECT = `${COLUMNS} JOIN present_members m ON m.id = s.member ${DEADLINE_JOINS}`;

/** A course's submissions, or those of one member of it, newest first. */
export async function listReceipts(
  db: D1Database,
  { course, member }: { course: string; member: string | null },
): Promise<Receipt[]> {
  const { results } = await db
    .prepare(
      `${SELECT} WHERE s.course = ?1 ${member === null ? "" : "AND s.member = ?2"}
       ORDER BY s.received_at DESC, s.number DESC, s.id`,
    )
    .bind(course, ...(member === null ? [] : [member]))
    .all();
  return results.map((row) => rowToSubmission(row).receipt);
}

export async function readSubmission(
  db: D1Database,
  { course, id }: { course: string; id: string },
): Promise<Submission | null> {
  const row = await db.prepare(`${SELECT} WHERE s.course = ? AND s.id = ?`).bind(course, id).first();
  return row === null ? null : rowToSubmission(row);
}

/** What bears on a new submission: whatever has its id, in any course and of whomever, else the member's newest. */
export async function readEarlier(
  db: D1Database,
  { id, course, member }: { id: string; course: string; member: string },
): Promise<Submission | null> {
  const row = await db
    .prepare(
      `${COLUMNS} JOIN members m ON m.id = s.member ${DEADLINE_JOINS}
       WHERE s.id = ?1 OR (s.course = ?2 AND s.member = ?3)
       ORDER BY s.id = ?1 DESC, s.number DESC LIMIT 1`,
    )
    .bind(id, course, member)
    .first();
  return row === null ? null : rowToSubmission(row);
}

/** Whether a stored submission of someone who is present names these bytes, which are then in KV. */
export async function isContentStored(db: D1Database, hash: string): Promise<boolean> {
  const row = await db.prepare(`${SELECT} WHERE s.content_hash = ? LIMIT 1`).bind(hash).first();
  return row !== null;
}

export type NewSubmission = {
  readonly id: string;
  readonly course: string;
  readonly member: string;
  readonly version: number;
  readonly contentHash: string;
  readonly receivedAt: string;
  /** What the gradebook proposes by. */
  readonly facts: SubmissionFacts;
  /** Takes it only as the member's first: late work is handed in once. */
  readonly onlyFirst: boolean;
};

const Inserted = z.object({ number: z.int() });

/** Stores a submission as the member's next, and gives its number, and whether its bytes are to be written again (as insertRun); null where its id is taken, or where it must be the first and is not. */
export async function insertSubmission(
  db: D1Database,
  submission: NewSubmission,
): Promise<{ readonly number: number; readonly isDoomed: boolean } | null> {
  const insert = db
    .prepare(
      `INSERT INTO submissions (id, course, member, number, version, content_hash, received_at, facts)
       SELECT ?1, ?2, ?3, 1 + COALESCE(MAX(number), 0), ?4, ?5, ?6, ?8 FROM submissions
       WHERE course = ?2 AND member = ?3 HAVING ?7 = 0 OR COUNT(*) = 0
       ON CONFLICT (id) DO NOTHING RETURNING number`,
    )
    .bind(
      submission.id,
      submission.course,
      submission.member,
      submission.version,
      submission.contentHash,
      submission.receivedAt,
      submission.onlyFirst ? 1 : 0,
      JSON.stringify(submission.facts),
    );
  const [inserted, doomed] = await db.batch([insert, selectDoomed(db, [submission.contentHash])]);
  const row = inserted?.results[0];
  if (row === undefined) return null;
  return { number: Inserted.parse(row).number, isDoomed: rowsToHashes(doomed).size > 0 };
}
