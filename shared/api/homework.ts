import * as z from "zod/mini";
import { Answer } from "../assignment/answers.ts";
import { Assignment, CellId } from "../assignment/assignment.ts";
import { Deadline } from "../assignment/deadline.ts";
import { LENIENT } from "../assignment/lateness.ts";
import { Metrics, RunId, Verification } from "./runs.ts";
import { SentTime } from "./schedule.ts";

const version = z.int().check(z.minimum(1));
const revision = z.int().check(z.minimum(0));

/**
 * `GET /api/courses/COURSE/assignment`: the homework as the course has it now, and when it is due for the reader. Version 1 is the
 * built-in one until an instructor puts another.
 */
export const AssignmentView = z.object({
  assignment: Assignment,
  version,
  dueAt: Deadline.shape.dueAt,
  // A device may still keep one from before courses had zones and rules.
  zone: z._default(Deadline.shape.zone, "UTC"),
  rule: z._default(Deadline.shape.rule, LENIENT),
  extended: z._default(Deadline.shape.extended, false),
});
export type AssignmentView = z.infer<typeof AssignmentView>;

/**
 * `PUT /api/courses/COURSE/assignment`, by an instructor: makes the next version and answers it as an AssignmentView. `base` is the
 * version that was changed; 409 when it is no longer the newest. Without `assignment`, or with the same one, only the course's due date
 * changes; without `dueAt` that stays as it is. The zone and the late rule are the schedule's.
 */
export const PutAssignment = z.strictObject({
  assignment: z.optional(z.unknown()),
  base: version,
  dueAt: z.optional(z.nullable(SentTime)),
});

/** A version of the homework, in a list. */
export const VersionSummary = z.object({
  version,
  /** When and by whom (a pseudonym) it was put; null for the built-in one, and where nobody wrote it down. */
  at: z.nullable(z.string()),
  by: z.nullable(z.string()),
  /** What changed in it, a line; empty where nobody wrote it down. */
  summary: z.string(),
  /** How often it was handed in. */
  submissions: z.int(),
});
export type VersionSummary = z.infer<typeof VersionSummary>;
/** `GET /api/courses/COURSE/assignment/versions`, for the staff: newest first. */
export const VersionList = z.object({ versions: z.array(VersionSummary) });
/** `GET /api/courses/COURSE/assignment/versions/NUMBER`, for the staff. */
export const VersionView = z.object({ assignment: Assignment, version });
export type VersionView = z.infer<typeof VersionView>;

/**
 * `GET /api/courses/COURSE/assignment/answered`, for the staff: how many students put something into each cell, cells of earlier versions
 * among them. A cell that nobody answered is not there.
 */
export const AnsweredCells = z.object({
  cells: z.array(z.object({ cell: z.string(), students: z.int().check(z.minimum(1)) })),
});

/** A cell's answer as the server has it. Revisions count from 1, one a change. */
export const SavedAnswer = z.object({ cell: CellId, revision, answer: Answer, savedAt: z.string() });
export type SavedAnswer = z.infer<typeof SavedAnswer>;
/** `GET /api/courses/COURSE/answers`: the reader's own, and who the reader is. */
export const AnswerList = z.object({ pseudonym: z.string(), answers: z.array(SavedAnswer) });

/**
 * `PUT /api/courses/COURSE/answers/CELL`. `base` is the revision that was changed, 0 for none. 200 with the new revision (the same
 * answer again keeps the old one, whatever the base); 409 when the server holds a newer one, which is then to be read and chosen from.
 * `pseudonym` is whose answer it is: 403 when the session is another member's, so that a browser in which two people joined never
 * hands the work of one to the other.
 */
export const PutAnswer = z.strictObject({
  base: revision,
  answer: Answer,
  pseudonym: z.optional(z.string()),
});
export const AnswerSaved = z.object({ cell: CellId, revision, savedAt: z.string() });
export type AnswerSaved = z.infer<typeof AnswerSaved>;

/**
 * `PUT /api/courses/COURSE/submissions/ID`: hands in the answers as the server holds them. `revisions` are those the student saw, of every
 * answer; 409 where the server's differ, or where a run that counts has not arrived. 201 handed in, 200 the same id again.
 * `pseudonym` as for an answer.
 */
export const PutSubmission = z.strictObject({
  version,
  pseudonym: z.optional(z.string()),
  revisions: z.record(CellId, revision),
});

/** Made in the browser with crypto.randomUUID(), and kept until the receipt is there. */
export const SubmissionId = z.uuid();

/**
 * What a student gets for handing in. `contentHash` is the SHA-256 of what was handed in, which never changes. When it was due, and how
 * late it is by the course's rule, follow from the schedule and the extensions as they are when the receipt is read.
 */
export const Receipt = z.object({
  id: SubmissionId,
  /** 1 for the first time. */
  number: z.int(),
  version,
  receivedAt: z.string(),
  dueAt: z.nullable(z.string()),
  late: z.boolean(),
  /** Days late that have begun, and what they take off the points; 0 in time. */
  days: z.int(),
  percent: z.number(),
  contentHash: z.string(),
  pseudonym: z.string(),
});
export type Receipt = z.infer<typeof Receipt>;
/** `GET /api/courses/COURSE/submissions`: one's own, newest first; staff get everyone's, or with `?member=ID` one student's. */
export const ReceiptList = z.object({ submissions: z.array(Receipt) });

/** A run that counts in a submission, with the Worker's own numbers. */
export const SubmittedRun = z.object({
  id: RunId,
  metrics: Metrics,
  verification: Verification,
  runLink: z.string(),
});
export type SubmittedRun = z.infer<typeof SubmittedRun>;

/** What is handed in, whole: canonical JSON under its SHA-256. */
export const SubmissionContent = z.object({
  assignment: Assignment,
  version,
  answers: z.array(z.object({ cell: CellId, revision, answer: Answer })),
  runs: z.array(SubmittedRun),
});
export type SubmissionContent = z.infer<typeof SubmissionContent>;

/** `GET /api/courses/COURSE/submissions/ID`: for its student and for instructors. */
export const SubmissionView = z.object({ receipt: Receipt, content: SubmissionContent });
export type SubmissionView = z.infer<typeof SubmissionView>;
