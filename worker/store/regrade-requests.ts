import * as z from "zod/mini";
import { MAX_REGRADE_REQUESTS } from "../../shared/limits.ts";

/** What a request has in JSON, whoever reads it. */
export const REQUEST_JSON = `json_object('id', r.id, 'revision', r.revision, 'part', r.part, 'text', r.text, 'askedAt', r.asked_at,
  'answer', r.answer, 'by', (SELECT pseudonym FROM members WHERE id = r.answered_by), 'at', r.answered_at)`;

const Stored = z.object({
  id: z.string(),
  revision: z.int(),
  part: z.string(),
  text: z.string(),
  askedAt: z.string(),
  answer: z.nullable(z.string()),
  by: z.nullable(z.string()),
  at: z.nullable(z.string()),
});

/** A request without who asked. */
export type StoredRequest = {
  readonly id: string;
  readonly revision: number;
  readonly part: string;
  readonly text: string;
  readonly askedAt: string;
  readonly answer: { readonly text: string; readonly by: string; readonly at: string } | null;
};

export function parseRequest(json: unknown): StoredRequest {
  const { answer, by, at, ...request } = Stored.parse(json);
  return { ...request, answer: answer === null ? null : { text: answer, by: by ?? "", at: at ?? "" } };
}

const ListedRow = z.object({
  json: z.string(),
  handle: z.string(),
  id: z.string(),
  pseudonym: z.string(),
  name: z.string(),
  section: z.string(),
});

/** A request, and whose it is. */
export type ListedRequest = StoredRequest & {
  readonly handle: string;
  readonly student: {
    readonly id: string;
    readonly pseudonym: string;
    readonly name: string;
    readonly section: string;
  };
};

/** A course's requests, or the one of this id: those without an answer first, then the newest first. */
export async function listRequests(
  db: D1Database,
  { course, id }: { readonly course: string; readonly id: string | null },
): Promise<readonly ListedRequest[]> {
  const { results } = await db
    .prepare(
      `SELECT ${REQUEST_JSON} AS json, k.handle, m.id, m.pseudonym, COALESCE(NULLIF(o.name, ''), m.name) AS name,
         COALESCE(o.section, '') AS section
       FROM regrade_requests r JOIN present_members m ON m.id = r.member JOIN grading k ON k.member = m.id
       LEFT JOIN roster o ON o.member = m.id
       WHERE r.course = ?1 AND (?2 IS NULL OR r.id = ?2) ORDER BY r.revision > 0, r.asked_at DESC, r.id`,
    )
    .bind(course, id)
    .all();
  return results.map((row) => {
    const { json, handle, ...student } = ListedRow.parse(row);
    return { ...parseRequest(JSON.parse(json)), handle, student };
  });
}

export type NewRequest = {
  readonly id: string;
  readonly course: string;
  readonly member: string;
  readonly part: string;
  readonly text: string;
  readonly now: string;
};

/** Stores a request; false where one of this part is still open, or the student has asked too often. */
export async function insertRequest(db: D1Database, request: NewRequest): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `INSERT INTO regrade_requests (id, course, member, part, text, asked_at) SELECT ?1, ?2, ?3, ?4, ?5, ?6
       WHERE (SELECT COUNT(*) FROM regrade_requests WHERE member = ?3) < ?7 ON CONFLICT DO NOTHING`,
    )
    .bind(
      ...[request.id, request.course, request.member, request.part, request.text, request.now],
      MAX_REGRADE_REQUESTS,
    )
    .run();
  return meta.changes > 0;
}

export type NewAnswer = {
  readonly course: string;
  readonly id: string;
  /** The revision that is answered, or whose answer is changed. */
  readonly base: number;
  readonly text: string;
  readonly by: string;
  readonly now: string;
};

/** The statement that answers a request; it changes nothing where someone else answered meanwhile. */
export function answerRequest(
  db: D1Database,
  { course, id, base, text, by, now }: NewAnswer,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE regrade_requests SET revision = revision + 1, answer = ?4, answered_by = ?5, answered_at = ?6
       WHERE course = ?1 AND id = ?2 AND revision = ?3`,
    )
    .bind(course, id, base, text, by, now);
}
