import type { ApiError } from "../../shared/api/errors.ts";
import type { MyGrade, MyPart } from "../../shared/api/grading/my-grade.ts";
import type { AskForRegrade, MyRegradeRequest } from "../../shared/api/grading/regrades.ts";
import type { Assignment } from "../../shared/assignment/assignment.ts";
import { listParts } from "../../shared/assignment/part-states.ts";
import { roundPoints } from "../../shared/grading/score.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { readPresent } from "../homework/read-present.ts";
import { readBook } from "../store/gradebooks.ts";
import { listWholeStudents, type WholeStudent } from "../store/graded-students.ts";
import type { StoredGrade } from "../store/grades.ts";
import type { Member } from "../store/members.ts";
import { insertRequest, type StoredRequest } from "../store/regrade-requests.ts";
import { latenessOfStudent, totalOfStudent } from "./standing.ts";

/** A student's own grade; nothing of it before it is released. */
export async function readMyGrade(db: D1Database, { course, id }: Member): Promise<MyGrade> {
  const { settings } = await readBook(db, course);
  if (settings.releasedAt === null) return { released: false };
  const [{ assignment }, [student]] = await Promise.all([
    readPresent(db, course),
    listWholeStudents(db, { course, member: id }),
  ]);
  return student === undefined
    ? { released: false }
    : buildMyGrade(student, { assignment, releasedAt: settings.releasedAt });
}

function buildMyGrade(
  student: WholeStudent,
  { assignment, releasedAt }: { readonly assignment: Assignment; readonly releasedAt: string },
): MyGrade {
  const parts = listParts(assignment);
  const grades = new Map(student.grades.map((grade) => [grade.part, grade]));
  const { days, percent } = latenessOfStudent(student);
  const { work, override } = student;
  return {
    released: true,
    releasedAt,
    title: assignment.title,
    points: roundPoints(parts.reduce((all, { points }) => all + points, 0)),
    parts: parts.map((part): MyPart => ({ ...part, grade: buildMyPart(grades.get(part.id)) })),
    submission: work === null ? null : { number: work.number, receivedAt: work.receivedAt },
    late: {
      days,
      percent,
      override: override === null ? null : { percent: override.percent, reason: override.reason },
    },
    ...totalOfStudent(student, new Set(parts.map(({ id }) => id))),
    requests: student.requests.map(forStudent),
  };
}

/** Who graded is not the student's to know. */
function buildMyPart(grade: StoredGrade | undefined): MyPart["grade"] {
  if (grade === undefined) return null;
  const { items, adjustment, comment, score, points, number: submission, gradedAt } = grade;
  return { items, adjustment, comment, score, points, submission, gradedAt };
}

function forStudent({ id, part, text, askedAt, answer }: StoredRequest): MyRegradeRequest {
  return { id, part, text, askedAt, answer: answer === null ? null : { text: answer.text, at: answer.at } };
}

/** Asks to have a part graded again; a failure says why not now. */
export async function askForRegrade(
  db: D1Database,
  { actor, ask, now }: { actor: Member; ask: AskForRegrade; now: string },
): Promise<Result<MyRegradeRequest, ApiError>> {
  const { course, id: member } = actor;
  const { part, text } = ask;
  const grade = await readMyGrade(db, actor);
  if (!grade.released) return failure(NOT_RELEASED);
  if (!grade.parts.some((one) => one.id === part && one.grade !== null)) return failure(NOT_GRADED);
  const id = crypto.randomUUID();
  const stored = await insertRequest(db, { id, course, member, part, text, now });
  return stored ? success({ id, part, text, askedAt: now, answer: null }) : failure(STILL_OPEN);
}

const NOT_RELEASED: ApiError = { reason: "conflict", message: "The grades are not released (any more)." };
const NOT_GRADED: ApiError = {
  reason: "conflict",
  message: "This part has no grade yet; ask once it has.",
  field: "part",
};
const STILL_OPEN: ApiError = {
  reason: "conflict",
  message: "You have asked about this part already; wait for the answer, then ask again.",
  field: "part",
};
