import * as z from "zod/mini";
import {
  type AcceptProposals,
  GradeConflict,
  GradeSaved,
  ProposalsAccepted,
  type PutGrade,
  type PutGradedSubmission,
  type PutLatePenalty,
} from "../../../shared/api/grading/give-grades.ts";
import {
  Gradebook,
  GradebookSettings,
  GradesFile,
  type PutGradebookSettings,
  type PutRelease,
} from "../../../shared/api/grading/gradebook.ts";
import {
  type AddReusedComment,
  GradebookPartView,
  GradebookStudentView,
  ReusedComment,
  ReusedCommentList,
} from "../../../shared/api/grading/graded-work.ts";
import { MyGrade } from "../../../shared/api/grading/my-grade.ts";
import { Standing } from "../../../shared/api/grading/part-grade.ts";
import {
  type AnswerRegrade,
  type AskForRegrade,
  MyRegradeRequest,
  RegradeRequest,
  RegradeRequestList,
} from "../../../shared/api/grading/regrades.ts";
import { paths } from "../../../shared/api/paths.ts";
import { ask, askBytes, askToChange } from "../api.ts";

/** An answer without a body. */
const NOTHING = z.undefined();

/** A part of one student, as the address of its grade has it. */
export type GradeOf = { readonly course: string; readonly handle: string; readonly part: string };

/** What graders ask of the gradebook, and a student of the own grade. */
export const gradesCalls = {
  gradebook: (course: string) =>
    ask({ path: paths.gradebook(encodeURIComponent(course)), answer: Gradebook }),

  putSettings: (course: string, wish: PutGradebookSettings) =>
    ask({
      path: paths.gradebookSettings(encodeURIComponent(course)),
      answer: GradebookSettings,
      method: "PUT",
      json: wish,
    }),

  putRelease: (course: string, wish: PutRelease) =>
    ask({
      path: paths.release(encodeURIComponent(course)),
      answer: GradebookSettings,
      method: "PUT",
      json: wish,
    }),

  /** At most MAX_GRADED_AT_ONCE students. */
  part(course: string, part: string, handles: readonly string[]) {
    const path = paths.gradebookPart(encodeURIComponent(course), encodeURIComponent(part));
    const students = handles.map(encodeURIComponent).join(",");
    return ask({ path: `${path}?students=${students}`, answer: GradebookPartView });
  },

  student: (course: string, handle: string) =>
    ask({
      path: paths.gradebookStudent(encodeURIComponent(course), encodeURIComponent(handle)),
      answer: GradebookStudentView,
    }),

  /** The safetensors bytes of the last run of a run cell. */
  weights: (course: string, handle: string, cell: string) =>
    askBytes(
      paths.gradedWeights(encodeURIComponent(course), encodeURIComponent(handle), encodeURIComponent(cell)),
    ),

  putGrade: (of: GradeOf, wish: PutGrade) =>
    askToChange({
      path: pathOfGrade(of),
      answer: GradeSaved,
      conflict: GradeConflict,
      method: "PUT",
      json: wish,
    }),

  withdrawGrade: (of: GradeOf, base: number) =>
    askToChange({
      path: `${pathOfGrade(of)}?base=${base}`,
      answer: GradeSaved,
      conflict: GradeConflict,
      method: "DELETE",
    }),

  /** At most MAX_ACCEPTED_AT_ONCE students. */
  accept: (course: string, part: string, wish: AcceptProposals) =>
    ask({
      path: paths.acceptProposals(encodeURIComponent(course), encodeURIComponent(part)),
      answer: ProposalsAccepted,
      method: "POST",
      json: wish,
    }),

  putSubmission: (course: string, handle: string, wish: PutGradedSubmission) =>
    ask({
      path: paths.gradedSubmission(encodeURIComponent(course), encodeURIComponent(handle)),
      answer: Standing,
      method: "PUT",
      json: wish,
    }),

  putLatePenalty: (course: string, handle: string, wish: PutLatePenalty) =>
    ask({
      path: paths.latePenalty(encodeURIComponent(course), encodeURIComponent(handle)),
      answer: Standing,
      method: "PUT",
      json: wish,
    }),

  comments: (course: string) =>
    ask({ path: paths.reusedComments(encodeURIComponent(course)), answer: ReusedCommentList }),

  addComment: (course: string, wish: AddReusedComment) =>
    ask({
      path: paths.reusedComments(encodeURIComponent(course)),
      answer: ReusedComment,
      method: "POST",
      json: wish,
    }),

  removeComment: (course: string, id: string) =>
    ask({
      path: paths.reusedComment(encodeURIComponent(course), encodeURIComponent(id)),
      answer: NOTHING,
      method: "DELETE",
    }),

  requests: (course: string) =>
    ask({ path: paths.regradeRequests(encodeURIComponent(course)), answer: RegradeRequestList }),

  answerRequest: (course: string, id: string, wish: AnswerRegrade) =>
    ask({
      path: paths.regradeRequest(encodeURIComponent(course), encodeURIComponent(id)),
      answer: RegradeRequest,
      method: "PUT",
      json: wish,
    }),

  file: (course: string, file: "canvas" | "all") =>
    ask({ path: paths.gradesFile(encodeURIComponent(course), file), answer: GradesFile }),

  myGrade: (course: string) => ask({ path: paths.myGrade(encodeURIComponent(course)), answer: MyGrade }),

  askForRegrade: (course: string, wish: AskForRegrade) =>
    ask({
      path: paths.myRegradeRequests(encodeURIComponent(course)),
      answer: MyRegradeRequest,
      method: "POST",
      json: wish,
    }),
};

function pathOfGrade({ course, handle, part }: GradeOf): string {
  return paths.grade(encodeURIComponent(course), encodeURIComponent(handle), encodeURIComponent(part));
}
