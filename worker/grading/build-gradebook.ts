import { GRADE_CODES, type Gradebook, type GradebookColumns } from "../../shared/api/grading/gradebook.ts";
import type { VersionView } from "../../shared/api/homework.ts";
import type { Assignment } from "../../shared/assignment/assignment.ts";
import { listParts } from "../../shared/assignment/part-states.ts";
import { makeProposer } from "../../shared/grading/propose.ts";
import { roundPoints } from "../../shared/grading/score.ts";
import type { Book } from "../store/gradebooks.ts";
import type { GradedStudent } from "../store/graded-students.ts";
import { countedPercent, isOutdated, latenessOfStudent, totalOfStudent } from "./standing.ts";

/** The overview of a course as one answer. */
export function buildGradebook(
  { assignment, version }: VersionView,
  { book: { settings, hidden }, students }: { book: Book; students: readonly GradedStudent[] },
): Gradebook {
  const parts = listParts(assignment);
  const listed = inOrder(students, hidden);
  const grades = listed.map((student) => new Map(student.grades.map((grade) => [grade.part, grade])));
  return {
    title: assignment.title,
    version,
    parts: [...parts],
    points: roundPoints(parts.reduce((all, { points }) => all + points, 0)),
    settings,
    hidden,
    students: buildColumns(listed, { hidden, parts: parts.map(({ id }) => id) }),
    scores: parts.map(({ id }) => grades.map((of) => of.get(id)?.score ?? null)),
    proposals: proposeAll(assignment, listed),
  };
}

/** By name; by the handle alone where names are hidden, so that the order tells nothing. */
function inOrder(students: readonly GradedStudent[], hidden: boolean): readonly GradedStudent[] {
  return hidden ? students.toSorted((a, b) => (a.handle < b.handle ? -1 : 1)) : students;
}

function buildColumns(
  students: readonly GradedStudent[],
  { hidden, parts }: { readonly hidden: boolean; readonly parts: readonly string[] },
): GradebookColumns {
  const present = new Set(parts);
  const totals = students.map((student) => totalOfStudent(student, present));
  return {
    handle: students.map(({ handle }) => handle),
    who: hidden
      ? null
      : {
          id: students.map(({ person }) => person.id),
          pseudonym: students.map(({ person }) => person.pseudonym),
          name: students.map(({ person }) => person.name),
          section: students.map(({ person }) => person.section),
        },
    submission: students.map(({ work }) => work?.number ?? null),
    submissions: students.map(({ submissions }) => submissions),
    days: students.map((student) => latenessOfStudent(student).days),
    percent: students.map(countedPercent),
    overridden: students.map(({ override }) => override !== null),
    graded: students.map((student) => codesOf(student, parts)),
    earned: totals.map(({ earned }) => earned),
    total: totals.map(({ total }) => total),
    requests: students.map(({ openRequests }) => openRequests),
  };
}

function codesOf(student: GradedStudent, parts: readonly string[]): string {
  const outdated = new Map(student.grades.map((grade) => [grade.part, isOutdated(grade, student)]));
  return parts
    .map((part) => {
      const isOld = outdated.get(part);
      return GRADE_CODES[isOld === undefined ? "none" : isOld ? "outdated" : "graded"];
    })
    .join("");
}

function proposeAll(assignment: Assignment, students: readonly GradedStudent[]): (number | null)[][] {
  const propose = makeProposer(assignment);
  return assignment.problems.flatMap(({ parts }) =>
    parts.map((part) =>
      students.map(({ work }) =>
        work === null || work.facts === null ? null : propose(part, work.facts).score,
      ),
    ),
  );
}
