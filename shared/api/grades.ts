import * as z from "zod/mini";
import { Attempt, RunSettings } from "../assignment/answers.ts";
import { Cell, CellId, Part } from "../assignment/assignment.ts";
import {
  MAX_ACCEPTED_AT_ONCE,
  MAX_COLUMN_HEADER_CHARACTERS,
  MAX_GRADE_COMMENT_CHARACTERS,
  MAX_REASON_CHARACTERS,
  MAX_REGRADE_CHARACTERS,
} from "../limits.ts";
import { ExperimentSpec } from "../spec/experiment.ts";
import { ApiError } from "./errors.ts";
import { Metrics, Verification } from "./runs.ts";

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

/** `1f`: Problem 1 Part (f). */
export const PartId = z.string().check(z.regex(/^[1-9][0-9]?[a-z]$/, "expected a part, such as 1f"));

const revision = z.int().check(z.minimum(0));
const version = z.int().check(z.minimum(1));
const commentText = z.string().check(z.trim(), z.maxLength(MAX_GRADE_COMMENT_CHARACTERS));
const itemId = z.string().check(z.maxLength(12));

/** Who a student is; not sent while names are hidden. */
export const GradedPerson = z.object({
  id: z.string(),
  pseudonym: z.string(),
  /** Of the roster, else as the student gave it; empty where neither says. */
  name: z.string(),
  section: z.string(),
});
export type GradedPerson = z.infer<typeof GradedPerson>;

export const GradebookSettings = z.object({
  revision,
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
  base: revision,
  anonymous: z.boolean(),
  columnHeader: z.nullable(
    z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_COLUMN_HEADER_CHARACTERS)),
  ),
});
export type PutGradebookSettings = z.infer<typeof PutGradebookSettings>;

/** `PUT .../gradebook/release`: shows students all grades at once, or none of them any more. Answers GradebookSettings. */
export const PutRelease = z.strictObject({ base: revision, released: z.boolean() });
export type PutRelease = z.infer<typeof PutRelease>;

/** An item of the rubric as it was when the grade was given. */
export const GradedItem = z.object({
  id: itemId,
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
  revision,
  items: z.array(GradedItem),
  adjustment: z.number(),
  comment: z.string(),
  /** The ticked items and the adjustment together, between 0 and `points` (shared/grading/score.ts). */
  score: z.number(),
  points: z.number(),
  version,
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
  ticked: z.array(itemId),
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
  version,
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
  revision,
  submission: z.nullable(GradedSubmission),
  late: LatePenalty,
  /** The scores of all parts that are graded; null before the first. */
  earned: z.nullable(z.number()),
  /** What is left of `earned` after the late penalty. */
  total: z.nullable(z.number()),
});
export type Standing = z.infer<typeof Standing>;

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
  version,
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

/** A run that counts in a submission, with the Worker's own numbers. `runLink` is null while names are hidden. */
export const GradedRun = z.object({
  width: z.nullable(z.int()),
  spec: ExperimentSpec,
  metrics: Metrics,
  verification: Verification,
  runLink: z.nullable(z.string()),
});
export type GradedRun = z.infer<typeof GradedRun>;

/** An answer as it was handed in; of a run cell the attempt that counts. */
export const GradedAnswer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("number"), text: z.string() }),
  z.object({ kind: z.literal("text"), markdown: z.string() }),
  z.object({ kind: z.literal("code"), source: z.string() }),
  z.object({ kind: z.literal("plot"), per: z.enum(["image", "pixel"]) }),
  z.object({
    kind: z.literal("run"),
    settings: RunSettings,
    runs: z.array(GradedRun),
    failed: Attempt.shape.failed,
  }),
]);
export type GradedAnswer = z.infer<typeof GradedAnswer>;

/**
 * `GET .../gradebook/students/HANDLE/weights/CELL`: the safetensors bytes of the last of a run cell's runs, of the submission that is graded.
 * Plots of anomaly scores are drawn with them; they do not say whose they are.
 */

/** One part of a submission: the cells as they were asked, and what stands in them; also the run cells of other parts that its plots draw. */
export const PartWork = z.object({
  cells: z.array(Cell),
  answers: z.array(z.object({ cell: CellId, answer: GradedAnswer })),
});
export type PartWork = z.infer<typeof PartWork>;

/** A part of one student, to be graded. */
export const PartOfStudent = z.object({
  /** Null where nothing was handed in, where the homework did not have the part then, or where the bytes are still on their way. */
  work: z.nullable(PartWork),
  /** Null where there is no work. */
  proposal: z.nullable(Proposal),
  grade: z.nullable(PartGrade),
});
export type PartOfStudent = z.infer<typeof PartOfStudent>;

/** A comment that graders use again, of one part or, with `part` null, of any. */
export const ReusedComment = z.object({
  id: z.string(),
  part: z.nullable(PartId),
  text: z.string(),
  /** A pseudonym. */
  by: z.string(),
});
export type ReusedComment = z.infer<typeof ReusedComment>;

/**
 * `GET .../gradebook/parts/PART?students=HANDLE,HANDLE`: one part of at most MAX_GRADED_AT_ONCE students, in the order asked for;
 * handles that are nobody's (any more) are left out. `part` is that of the newest version, with its rubric and expected answers.
 */
export const GradebookPartView = z.object({
  id: PartId,
  problem: z.object({ number: z.int(), title: z.string() }),
  part: Part,
  version,
  hidden: z.boolean(),
  comments: z.array(ReusedComment),
  students: z.array(z.extend(Standing, PartOfStudent.shape)),
});
export type GradebookPartView = z.infer<typeof GradebookPartView>;

/** A student's request to look at a part again. */
export const RegradeRequest = z.object({
  id: z.string(),
  /** 0 until it is answered, then counts the answer's changes. */
  revision,
  handle: z.string(),
  who: z.nullable(GradedPerson),
  part: PartId,
  text: z.string(),
  askedAt: z.string(),
  answer: z.nullable(z.object({ text: z.string(), by: z.string(), at: z.string() })),
});
export type RegradeRequest = z.infer<typeof RegradeRequest>;

/** `GET .../gradebook/students/HANDLE`: one student across all parts; 404 where the handle is nobody's (any more). */
export const GradebookStudentView = z.extend(Standing, {
  title: z.string(),
  version,
  hidden: z.boolean(),
  parts: z.array(
    z.extend(PartOfStudent, {
      id: PartId,
      problem: z.object({ number: z.int(), title: z.string() }),
      part: Part,
    }),
  ),
  comments: z.array(ReusedComment),
  requests: z.array(RegradeRequest),
});
export type GradebookStudentView = z.infer<typeof GradebookStudentView>;

/**
 * `PUT .../gradebook/students/HANDLE/grades/PART`: 200 with GradeSaved. `submission` is the number of the one that was looked at (null:
 * nothing was handed in), `version` that whose rubric was. The same grade again changes nothing. 409 with GradeConflict where someone
 * else graded meanwhile, where the homework has a newer version, or where there is no such submission.
 */
export const PutGrade = z.strictObject({
  base: revision,
  submission: z.nullable(z.int().check(z.minimum(1))),
  version,
  ticked: z.array(itemId).check(z.maxLength(20)),
  adjustment: z.number().check(z.minimum(-1_000), z.maximum(1_000), z.multipleOf(0.01)),
  comment: commentText,
});
export type PutGrade = z.infer<typeof PutGrade>;

/** Also what `DELETE .../grades/PART?base=REVISION` answers, with `grade` null: the part is ungraded again. */
export const GradeSaved = z.object({
  grade: z.nullable(PartGrade),
  earned: z.nullable(z.number()),
  total: z.nullable(z.number()),
});
export type GradeSaved = z.infer<typeof GradeSaved>;
/** 409: what stands now, null where the part is ungraded. */
export const GradeConflict = z.object({ error: ApiError, stands: z.nullable(PartGrade) });
export type GradeConflict = z.infer<typeof GradeConflict>;

/**
 * `POST .../gradebook/parts/PART/acceptances`: puts what the lab proposes as the grade of each of these students who has none of this
 * part yet; 409 where the homework has a newer version than the one that was seen. Who handed in nothing, `submission` null, gets 0.
 */
export const AcceptProposals = z.strictObject({
  version,
  students: z
    .array(z.strictObject({ handle: z.string(), submission: z.nullable(z.int()), score: z.number() }))
    .check(z.minLength(1), z.maxLength(MAX_ACCEPTED_AT_ONCE)),
});
export type AcceptProposals = z.infer<typeof AcceptProposals>;
/** Left out are those who have a grade by now, whose submission is another one, or whose proposal is another than `score`. */
export const ProposalsAccepted = z.object({ accepted: z.array(z.string()), leftOut: z.array(z.string()) });
export type ProposalsAccepted = z.infer<typeof ProposalsAccepted>;

/** `PUT .../gradebook/students/HANDLE/submission`: grades submission `number` whatever comes later; null: the newest. Answers Standing. */
export const PutGradedSubmission = z.strictObject({
  base: revision,
  number: z.nullable(z.int().check(z.minimum(1))),
});
export type PutGradedSubmission = z.infer<typeof PutGradedSubmission>;

/** `PUT .../gradebook/students/HANDLE/late-penalty`: null: the schedule's own. Answers Standing. */
export const PutLatePenalty = z.strictObject({
  base: revision,
  override: z.nullable(
    z.strictObject({
      percent: z.number().check(z.minimum(0), z.maximum(100)),
      reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_REASON_CHARACTERS)),
    }),
  ),
});
export type PutLatePenalty = z.infer<typeof PutLatePenalty>;

/** `GET .../gradebook/comments`: all of them, the newest first. `DELETE .../comments/ID`: 204. */
export const ReusedCommentList = z.object({ comments: z.array(ReusedComment) });
export type ReusedCommentList = z.infer<typeof ReusedCommentList>;
/** `POST .../gradebook/comments`: 201 with the ReusedComment. */
export const AddReusedComment = z.strictObject({
  part: z.nullable(PartId),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_GRADE_COMMENT_CHARACTERS)),
});
export type AddReusedComment = z.infer<typeof AddReusedComment>;

/** `GET .../gradebook/requests`: those without an answer first, then the newest first. */
export const RegradeRequestList = z.object({ requests: z.array(RegradeRequest) });
export type RegradeRequestList = z.infer<typeof RegradeRequestList>;
const regradeText = z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_REGRADE_CHARACTERS));
/** `PUT .../gradebook/requests/ID`: answers the RegradeRequest. A grade that changes is put by itself. */
export const AnswerRegrade = z.strictObject({ base: revision, text: regradeText });
export type AnswerRegrade = z.infer<typeof AnswerRegrade>;

/** One's own request, as a student sees it. */
export const MyRegradeRequest = z.object({
  id: z.string(),
  part: PartId,
  text: z.string(),
  askedAt: z.string(),
  answer: z.nullable(z.object({ text: z.string(), at: z.string() })),
});
export type MyRegradeRequest = z.infer<typeof MyRegradeRequest>;
/** `POST .../my-grade/requests`: 201 with the MyRegradeRequest; 409 before release, of a part without a grade, or with one of it still open. */
export const AskForRegrade = z.strictObject({ part: PartId, text: regradeText });
export type AskForRegrade = z.infer<typeof AskForRegrade>;

/** A part of one's own grade; `grade` is null where nobody graded it. */
export const MyPart = z.object({
  ...GradebookPart.shape,
  grade: z.nullable(
    z.pick(PartGrade, {
      items: true,
      adjustment: true,
      comment: true,
      score: true,
      points: true,
      submission: true,
      gradedAt: true,
    }),
  ),
});
export type MyPart = z.infer<typeof MyPart>;

/** `GET .../my-grade`, for a student: one's own grade once it is released. */
export const MyGrade = z.discriminatedUnion("released", [
  z.object({ released: z.literal(false) }),
  z.object({
    released: z.literal(true),
    releasedAt: z.string(),
    title: z.string(),
    points: z.number(),
    parts: z.array(MyPart),
    /** The number of the submission that counts, and when it came; null where nothing was handed in. */
    submission: z.nullable(z.object({ number: z.int(), receivedAt: z.string() })),
    late: z.object({
      days: z.int(),
      percent: z.number(),
      /** What someone set in its place, and why. */
      override: z.nullable(z.object({ percent: z.number(), reason: z.string() })),
    }),
    earned: z.nullable(z.number()),
    total: z.nullable(z.number()),
    /** The newest first. */
    requests: z.array(MyRegradeRequest),
  }),
]);
export type MyGrade = z.infer<typeof MyGrade>;

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
