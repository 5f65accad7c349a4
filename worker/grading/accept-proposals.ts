import type { ApiError } from "../../shared/api/errors.ts";
import type { AcceptProposals, ProposalsAccepted } from "../../shared/api/grading/give-grades.ts";
import type { Proposal } from "../../shared/api/grading/part-grade.ts";
import type { Change } from "../../shared/api/staff.ts";
import type { Part } from "../../shared/assignment/assignment.ts";
import { findPart } from "../../shared/assignment/find-part.ts";
import { makeProposer } from "../../shared/grading/propose.ts";
import { basePoints } from "../../shared/grading/score.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { readPresent } from "../homework/read-present.ts";
import { type GradedWork, listWholeStudents, type WholeStudent } from "../store/graded-students.ts";
import { type FirstGrade, insertGrades } from "../store/grades.ts";
import type { Member } from "../store/members.ts";
import { NO_SUCH_PART, overtaken } from "./refusals.ts";

/** Puts what the lab proposes of one part as the grade of those who have none, where it is still what was seen. */
export async function acceptProposals(
  db: D1Database,
  { actor, part: id, seen, now }: { actor: Member; part: string; seen: AcceptProposals; now: string },
): Promise<Result<ProposalsAccepted, ApiError>> {
  const { course } = actor;
  const [{ assignment, version }, students] = await Promise.all([
    readPresent(db, course),
    listWholeStudents(db, { course, handles: seen.students.map(({ handle }) => handle) }),
  ]);
  const placed = findPart(assignment, id);
  if (placed === null) return failure(NO_SUCH_PART);
  if (seen.version !== version)
    return failure(overtaken("The homework", { base: seen.version, newest: version }));
  const { part } = placed;
  const propose = makeProposer(assignment);
  const proposeFor = ({ facts }: GradedWork) => (facts === null ? null : propose(part, facts));
  const byHandle = new Map(students.map((student) => [student.handle, student]));
  const grades = seen.students.flatMap(({ handle, submission, score }): FirstGrade[] => {
    const student = byHandle.get(handle);
    if (student === undefined || !isUngraded(student, id)) return [];
    if ((student.work?.number ?? null) !== submission) return [];
    const proposal = student.work === null ? nothingOf(part) : proposeFor(student.work);
    if (proposal === null || proposal.score !== score) return [];
    const { ticked, adjustment } = proposal;
    const { id: member, pseudonym: who } = student.person;
    const change: Change = { kind: "gradeChanged", who, part: id, from: null, to: score };
    return [
      {
        ...{ course, member, part: id, version, number: submission, score, points: part.points },
        ...{ adjustment, comment: "", gradedBy: actor.id, now, change: JSON.stringify(change) },
        items: (part.rubric ?? []).map((item) => ({
          ...{ id: item.id, label: item.label, points: item.points },
          ticked: ticked.includes(item.id),
        })),
      },
    ];
  });
  const members = new Set(await insertGrades(db, { course, by: actor.id, now, grades }));
  const handles = seen.students.map(({ handle }) => handle);
  const isAccepted = (handle: string) => members.has(byHandle.get(handle)?.person.id ?? "");
  return success({
    accepted: handles.filter(isAccepted),
    leftOut: handles.filter((handle) => !isAccepted(handle)),
  });
}

/** What is given for nothing handed in. */
function nothingOf(part: Part): Pick<Proposal, "ticked" | "adjustment" | "score"> {
  return { ticked: [], adjustment: 0 - basePoints(part), score: 0 };
}

function isUngraded({ grades }: WholeStudent, part: string): boolean {
  return !grades.some((grade) => grade.part === part);
}
