import * as z from "zod/mini";
import type { SavedAnswer } from "../../shared/api/homework.ts";
import type { AnswerFacts } from "../../shared/assignment/answer-facts.ts";
import { Answer } from "../../shared/assignment/answers.ts";
import { MAX_ANSWERS_JSON_BYTES } from "../../shared/limits.ts";

type Owner = { readonly course: string; readonly member: string };

const Row = z.object({ cell: z.string(), revision: z.int(), json: z.string(), saved_at: z.string() });

/** All answers of one member. */
export async function listAnswers(db: D1Database, { course, member }: Owner): Promise<SavedAnswer[]> {
  const { results } = await db
    .prepare(
      "SELECT cell, revision, json, saved_at FROM answers WHERE course = ? AND member = ? ORDER BY cell",
    )
    .bind(course, member)
    .all();
  return results.map((row) => {
    const { cell, revision, json, saved_at } = Row.parse(row);
    return { cell, revision, answer: Answer.parse(JSON.parse(json)), savedAt: saved_at };
  });
}

export type StoredAnswer = { readonly revision: number; readonly json: string; readonly savedAt: string };

/** One cell's answer as canonical JSON; null where there is none. */
export async function readAnswer(
  db: D1Database,
  { course, member, cell }: Owner & { cell: string },
): Promise<StoredAnswer | null> {
  const found = await db
    .prepare(
      "SELECT cell, revision, json, saved_at FROM answers WHERE course = ? AND member = ? AND cell = ?",
    )
    .bind(course, member, cell)
    .first();
  if (found === null) return null;
  const { revision, json, saved_at } = Row.parse(found);
  return { revision, json, savedAt: saved_at };
}

export type NewAnswer = Owner & {
  readonly cell: string;
  /** The revision that was changed; 0 for none. */
  readonly base: number;
  /** Canonical. */
  readonly json: string;
  /** What the class page needs of it. */
  readonly facts: AnswerFacts;
  readonly savedAt: string;
};

const Written = z.object({ revision: z.int(), saved_at: z.string() });

/**
 * Compares and sets in one statement: the new revision, or null where the stored one is not `base`, holds this answer already,
 * or the member's answers would be larger than MAX_ANSWERS_JSON_BYTES.
 */
export async function writeAnswer(
  db: D1Database,
  { course, member, cell, base, json, facts, savedAt }: NewAnswer,
): Promise<{ readonly revision: number; readonly savedAt: string } | null> {
  const row = await db
    .prepare(
      `INSERT INTO answers (course, member, cell, revision, json, saved_at, begun_at, state, counted)
       SELECT ?1, ?2, ?3, 1, ?5, ?6, ?6, ?8, ?9
       WHERE (?4 = 0 OR EXISTS (SELECT 1 FROM answers WHERE course = ?1 AND member = ?2 AND cell = ?3))
         AND octet_length(?5) <= ?7 - (SELECT COALESCE(SUM(octet_length(json)), 0) FROM answers
                                       WHERE course = ?1 AND member = ?2 AND cell <> ?3)
       ON CONFLICT (course, member, cell) DO UPDATE
         SET revision = revision + 1, json = excluded.json, saved_at = excluded.saved_at,
           state = excluded.state, counted = excluded.counted
         WHERE revision = ?4 AND json <> excluded.json
       RETURNING revision, saved_at`,
    )
    .bind(
      ...[course, member, cell, base, json, savedAt, MAX_ANSWERS_JSON_BYTES],
      ...[facts.state, facts.counted === null ? null : JSON.stringify(facts.counted)],
    )
    .first();
  if (row === null) return null;
  const written = Written.parse(row);
  return { revision: written.revision, savedAt: written.saved_at };
}
