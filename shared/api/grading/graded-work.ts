import * as z from "zod/mini";
import { Attempt, RunSettings } from "../../assignment/answers.ts";
import { Cell, CellId, Part } from "../../assignment/assignment.ts";
import { MAX_GRADE_COMMENT_CHARACTERS } from "../../limits.ts";
import { ExperimentSpec } from "../../spec/experiment.ts";
import { Metrics, Verification } from "../runs.ts";
import { HomeworkVersion, PartGrade, PartId, Proposal, Standing } from "./part-grade.ts";
import { RegradeRequest } from "./regrades.ts";

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
  version: HomeworkVersion,
  hidden: z.boolean(),
  comments: z.array(ReusedComment),
  students: z.array(z.extend(Standing, PartOfStudent.shape)),
});
export type GradebookPartView = z.infer<typeof GradebookPartView>;

/** `GET .../gradebook/students/HANDLE`: one student across all parts; 404 where the handle is nobody's (any more). */
export const GradebookStudentView = z.extend(Standing, {
  title: z.string(),
  version: HomeworkVersion,
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

/** `GET .../gradebook/comments`: all of them, the newest first. `DELETE .../comments/ID`: 204. */
export const ReusedCommentList = z.object({ comments: z.array(ReusedComment) });
export type ReusedCommentList = z.infer<typeof ReusedCommentList>;
/** `POST .../gradebook/comments`: 201 with the ReusedComment. */
export const AddReusedComment = z.strictObject({
  part: z.nullable(PartId),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_GRADE_COMMENT_CHARACTERS)),
});
export type AddReusedComment = z.infer<typeof AddReusedComment>;
