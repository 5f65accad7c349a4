import * as z from "zod/mini";
import { MAX_COMPARED_TEXTS } from "../../shared/limits.ts";

const Row = z.object({
  member: z.string(),
  pseudonym: z.string(),
  known_as: z.string(),
  cell: z.string(),
  revision: z.int(),
  begun_at: z.nullable(z.string()),
  saved_at: z.string(),
  markdown: z.nullable(z.string()),
  counted: z.nullable(z.string()),
});

const Counted = z.array(z.tuple([z.nullable(z.int()), z.string()]));

/** A student's text, as it was last saved. */
export type FlagText = {
  readonly member: string;
  readonly student: { readonly pseudonym: string; readonly name: string };
  readonly cell: string;
  readonly markdown: string;
  readonly revision: number;
  readonly begunAt: string | null;
  readonly savedAt: string;
};

export type FlagAnswers = {
  /** In the order in which they were begun. */
  readonly texts: readonly FlagText[];
  /** The cells that count a run of a student, by the student's and the run's id. */
  cellsOf(run: { readonly member: string; readonly id: string }): readonly string[];
};

/** Shorter answers, as JSON, hold too few words to be compared. */
const LEAST_BYTES = 100;

/** Every text of a course's students, and which of their cells count which runs. One statement. */
export async function listFlagAnswers(db: D1Database, course: string): Promise<FlagAnswers> {
  const { results } = await db
    .prepare(
      `SELECT a.member, m.pseudonym, COALESCE(NULLIF(o.name, ''), m.name) AS known_as, a.cell, a.revision, a.begun_at, a.saved_at,
         CASE WHEN a.counted IS NULL THEN a.json ->> '$.markdown' END AS markdown, a.counted
       FROM answers a JOIN present_members m ON m.id = a.member LEFT JOIN roster o ON o.member = m.id
       WHERE a.course = ?1 AND m.role = 'student'
         AND (a.counted IS NOT NULL OR (octet_length(a.json) > ?2 AND a.json ->> '$.kind' = 'text'))
       ORDER BY COALESCE(a.begun_at, a.saved_at), a.member LIMIT ?3`,
    )
    .bind(course, LEAST_BYTES, MAX_COMPARED_TEXTS)
    .all();
  const texts: FlagText[] = [];
  const counting = new Map<string, { readonly cell: string; readonly counted: string }[]>();
  for (const found of results) {
    const { markdown, counted, known_as: name, pseudonym, begun_at, saved_at, ...row } = Row.parse(found);
    if (markdown !== null) {
      texts.push({
        ...row,
        markdown,
        student: { pseudonym, name },
        begunAt: begun_at,
        savedAt: saved_at,
      });
    }
    if (counted !== null) {
      const cells = counting.get(row.member) ?? [];
      counting.set(row.member, [...cells, { cell: row.cell, counted }]);
    }
  }
  return {
    texts,
    cellsOf: ({ member, id }) =>
      (counting.get(member) ?? [])
        .filter(({ counted }) => Counted.parse(JSON.parse(counted)).some(([, run]) => run === id))
        .map(({ cell }) => cell),
  };
}
