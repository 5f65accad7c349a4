import type { PartOfStudent } from "../../shared/api/grading/graded-work.ts";
import { SubmissionContent, type VersionView } from "../../shared/api/homework.ts";
import type { Part } from "../../shared/assignment/assignment.ts";
import { submissionFacts } from "../../shared/grading/facts.ts";
import { makeProposer } from "../../shared/grading/propose.ts";
import { readBytes } from "../store/bytes.ts";
import type { WholeStudent } from "../store/graded-students.ts";
import { buildWork } from "./build-work.ts";
import { buildGrade } from "./standing.ts";

/** What a student handed in; null where that is nothing, or where the bytes have not reached this place yet. */
export async function readContent(
  kv: KVNamespace,
  { work }: WholeStudent,
): Promise<SubmissionContent | null> {
  const bytes = work === null ? null : await readBytes(kv, work.contentHash);
  return bytes === null ? null : SubmissionContent.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

/** One part of a student to be graded, by the newest version of the homework. */
export function buildPartOfStudent(
  student: WholeStudent,
  {
    present: { assignment },
    part,
    id,
    content,
    hidden,
  }: {
    readonly present: VersionView;
    readonly part: Part;
    readonly id: string;
    readonly content: SubmissionContent | null;
    readonly hidden: boolean;
  },
): PartOfStudent {
  const grade = student.grades.find((one) => one.part === id);
  const work = content === null ? null : buildWork(content, { part: id, hidden });
  const facts =
    student.work?.facts ?? (content === null ? null : submissionFacts(content.assignment, content.answers));
  return {
    work,
    proposal: work === null || facts === null ? null : makeProposer(assignment)(part, facts),
    grade: grade === undefined ? null : buildGrade(grade, student),
  };
}
