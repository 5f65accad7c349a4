import * as z from "zod/mini";
import { MAX_COLUMN_HEADER_CHARACTERS } from "../../limits.ts";
import { HomeworkVersion, PartId, Revision } from "./part-grade.ts";

/**
 * The gradebook. Everything under `/api/courses/COURSE/gradebook` is for who may `grade`; settings, release, the late penalty and files for
 * who may `releaseGrades`. `/api/courses/COURSE/my-grade` is a student's own. Points have at most two decimals.
 *
 * Students go by a handle: random, of this gradebook alone, and a new one whenever names are hidden again. While a course grades
 * anonymously and has not released (`hidden`), no answer says who a student is: neither name nor pseudonym nor an id that is known
 * elsewhere, nor when something came in.
 *
 * Whoever changes something says what was seen, as `base`: a revision, 0 for none. Where another one stands by now, the answer is
 * 409 and nothing was stored.
 */

export const GradebookSettings = z.object({
  revision: Revision,
  /** Whether names are hidden from who grades, until release. */
  anonymous: z.boolean(),
  /** The column of Canvas's gradebook, as `Assignment 6 (12345)`; null: the homework's title, which makes a new column there. */
  columnHeader: z.nullable(z.string()),
  /** Null while students see nothing. */
  releasedAt: z.nullable(z.string()),
  /** A pseudonym. */
  releasedBy: z.nullable(z.string()),
});
export type GradebookSettings = z.infer<typeof GradebookSettings>;

/** `PUT .../gradebook/settings`: answers GradebookSettings. Hiding names gives everyone a new handle: read the gradebook again then. */
export const PutGradebookSettings = z.strictObject({
  base: Revision,
  anonymous: z.boolean(),
  columnHeader: z.nullable(
    z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_COLUMN_HEADER_CHARACTERS)),
  ),
});
export type PutGradebookSettings = z.infer<typeof PutGradebookSettings>;

/** `PUT .../gradebook/release`: shows students all grades at once, or none of them any more. Answers GradebookSettings. */
export const PutRelease = z.strictObject({ base: Revision, released: z.boolean() });
export type PutRelease = z.infer<typeof PutRelease>;

/** GradebookColumns' `graded` as one text a student, a digit a part in the order of `parts`. */
export const GRADE_CODES = { none: "0", graded: "1", outdated: "2" } as const;

/** A column for each thing the overview shows of a student: entry i of every column is the same student's. */
export const GradebookColumns = z.object({
  handle: z.array(z.string()),
  /** Null while names are hidden; students then come in the order of their handles, else by name. */
  who: z.nullable(
    z.object({
      id: z.array(z.string()),
      pseudonym: z.array(z.string()),
      name: z.array(z.string()),
      section: z.array(z.string()),
    }),
  ),
  /** The number of the submission that is graded, and how many there are; null and 0 where nothing was handed in. */
  submission: z.array(z.nullable(z.int())),
  submissions: z.array(z.int()),
  days: z.array(z.int()),
  /** The late penalty that counts, in percent, and whether someone set it. */
  percent: z.array(z.number()),
  overridden: z.array(z.boolean()),
  /** GRADE_CODES, one a part. */
  graded: z.array(z.string()),
  earned: z.array(z.nullable(z.number())),
  total: z.array(z.nullable(z.number())),
  /** Regrade requests that nobody has answered. */
  requests: z.array(z.int()),
});
export type GradebookColumns = z.infer<typeof GradebookColumns>;

export const GradebookPart = z.object({
  id: PartId,
  problem: z.int(),
  letter: z.string(),
  points: z.number(),
});
export type GradebookPart = z.infer<typeof GradebookPart>;

/** `GET .../gradebook`: everyone's grades. */
export const Gradebook = z.object({
  title: z.string(),
  /** The homework's newest version: its parts are the columns, its rubric is what new grades are given by. */
  version: HomeworkVersion,
  parts: z.array(GradebookPart),
  /** Of all parts together. */
  points: z.number(),
  settings: GradebookSettings,
  /** Whether names are hidden now. */
  hidden: z.boolean(),
  students: GradebookColumns,
  /** `scores[p][s]`: student s's grade of part p; null where there is none. */
  scores: z.array(z.array(z.nullable(z.number()))),
  /** The same of what the lab proposes; null where nothing was handed in, or by an older lab. */
  proposals: z.array(z.array(z.nullable(z.number()))),
});
export type Gradebook = z.infer<typeof Gradebook>;

/** Who is not in a file, and why: for Canvas a student without a row of the roster, or without a grade of every part. */
export const LeftOut = z.object({
  pseudonym: z.string(),
  name: z.string(),
  total: z.nullable(z.number()),
  why: z.enum(["notOnRoster", "notGraded"]),
});
export type LeftOut = z.infer<typeof LeftOut>;

/**
 * `GET .../gradebook/files/canvas`: the course's column as Canvas's gradebook imports it. `GET .../gradebook/files/all`: a row a student and
 * rubric item. 409 while names are hidden.
 */
export const GradesFile = z.object({
  /** As it is to be saved. */
  name: z.string(),
  csv: z.string(),
  /** How many students are in it. */
  students: z.int(),
  leftOut: z.array(LeftOut),
});
export type GradesFile = z.infer<typeof GradesFile>;
