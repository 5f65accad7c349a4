import * as z from "zod/mini";
import { CellId } from "../../assignment/assignment.ts";
import { MAX_GRADE_COMMENT_CHARACTERS } from "../../limits.ts";

/** `1f`: Problem 1 Part (f). */
export const PartId = z.string().check(z.regex(/^[1-9][0-9]?[a-z]$/, "expected a part, such as 1f"));

/** Counts the changes of what it stands beside; 0: nothing is there yet. */
export const Revision = z.int().check(z.minimum(0));
/** Counts a course's versions of the homework from 1. */
export const HomeworkVersion = z.int().check(z.minimum(1));
export const GradeComment = z.string().check(z.trim(), z.maxLength(MAX_GRADE_COMMENT_CHARACTERS));
/** Of a rubric. */
export const ItemId = z.string().check(z.maxLength(12));

/** Who a student is; not sent while names are hidden. */
export const GradedPerson = z.object({
  id: z.string(),
  pseudonym: z.string(),
  /** Of the roster, else as the student gave it; empty where neither says. */
  name: z.string(),
  section: z.string(),
});
export type GradedPerson = z.infer<typeof GradedPerson>;

/** An item of the rubric as it was when the grade was given. */
export const GradedItem = z.object({
  id: ItemId,
  label: z.string(),
  points: z.number(),
  ticked: z.boolean(),
});
export type GradedItem = z.infer<typeof GradedItem>;

/**
 * What a person decided of one part of one student. It keeps the rubric and the points of the version on which it was given, whatever
 * the homework says later.
 */
export const PartGrade = z.object({
  /** Counts its changes from 1. */
  revision: Revision,
  items: z.array(GradedItem),
  adjustment: z.number(),
  comment: z.string(),
  /** The ticked items and the adjustment together, between 0 and `points` (shared/grading/score.ts). */
  score: z.number(),
  points: z.number(),
  version: HomeworkVersion,
  /** The number of the submission that was looked at; null where nothing was handed in. */
  submission: z.nullable(z.int()),
  /** Whether it is another submission that counts by now: “graded on an earlier one”. */
  outdated: z.boolean(),
  /** A pseudonym. */
  gradedBy: z.string(),
  gradedAt: z.string(),
});
export type PartGrade = z.infer<typeof PartGrade>;

/** What the lab found in a cell: `right` and `wrong` of numbers with an expected answer, the rest of how far a cell is. */
export const Finding = z.object({
  cell: CellId,
  found: z.enum(["empty", "incomplete", "complete", "right", "wrong"]),
});
export type Finding = z.infer<typeof Finding>;

/** What the lab would give for a part. It counts for nothing until a person puts it as a grade. */
export const Proposal = z.object({
  ticked: z.array(ItemId),
  adjustment: z.number(),
  score: z.number(),
  because: z.array(Finding),
});
export type Proposal = z.infer<typeof Proposal>;

/** The late penalty of a student: what the schedule takes off as it is now, unless an override stands. */
export const LatePenalty = z.object({
  /** Days late that have begun, and the percent that the rule takes off for them. */
  days: z.int(),
  percent: z.number(),
  override: z.nullable(z.object({ percent: z.number(), reason: z.string(), by: z.string(), at: z.string() })),
});
export type LatePenalty = z.infer<typeof LatePenalty>;

/** The submission that is graded: the newest, unless someone pinned another. */
export const GradedSubmission = z.object({
  number: z.int(),
  /** How many there are: `number` is the newest where it is the same. */
  of: z.int(),
  pinned: z.boolean(),
  version: HomeworkVersion,
  /** Null while names are hidden. */
  id: z.nullable(z.string()),
  receivedAt: z.nullable(z.string()),
});
export type GradedSubmission = z.infer<typeof GradedSubmission>;

/** Where one student stands. */
export const Standing = z.object({
  handle: z.string(),
  who: z.nullable(GradedPerson),
  /** Of the pinned submission and the late override: the `base` to change them. */
  revision: Revision,
  submission: z.nullable(GradedSubmission),
  late: LatePenalty,
  /** The scores of all parts that are graded; null before the first. */
  earned: z.nullable(z.number()),
  /** What is left of `earned` after the late penalty. */
  total: z.nullable(z.number()),
});
export type Standing = z.infer<typeof Standing>;
