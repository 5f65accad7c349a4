import type { LatePenalty, PartGrade, Standing } from "../../shared/api/grading/part-grade.ts";
import type { Lateness } from "../../shared/assignment/lateness.ts";
import { totalOf } from "../../shared/grading/score.ts";
import { latenessOf } from "../store/deadlines.ts";
import type { BriefGrade, GradedStudent } from "../store/graded-students.ts";
import type { StoredGrade } from "../store/grades.ts";

/** How late the submission is that is graded, by the schedule as it is now. */
export function latenessOfStudent({ work, deadline }: GradedStudent): Lateness {
  return work === null ? { late: false, days: 0, percent: 0 } : latenessOf(work.receivedAt, deadline);
}

/** The late penalty that counts, in percent. */
export function countedPercent(student: GradedStudent): number {
  return student.override?.percent ?? latenessOfStudent(student).percent;
}

/** Whether a grade was given on another submission than the one that is graded now. */
export function isOutdated({ submission }: BriefGrade, { work }: GradedStudent): boolean {
  return submission !== (work?.id ?? null);
}

/** What a student has of the parts that the homework has now. */
export function totalOfStudent(student: GradedStudent, parts: ReadonlySet<string>) {
  const scores = student.grades.filter(({ part }) => parts.has(part)).map(({ score }) => score);
  return totalOf(scores, countedPercent(student));
}

/** Where a student stands, without who it is where names are hidden. */
export function buildStanding(
  student: GradedStudent,
  { hidden, parts }: { readonly hidden: boolean; readonly parts: ReadonlySet<string> },
): Standing {
  const { handle, person, revision, work, submissions, pinned } = student;
  return {
    handle,
    who: hidden ? null : person,
    revision,
    submission:
      work === null
        ? null
        : {
            number: work.number,
            of: submissions,
            pinned,
            version: work.version,
            id: hidden ? null : work.id,
            receivedAt: hidden ? null : work.receivedAt,
          },
    late: buildLate(student),
    ...totalOfStudent(student, parts),
  };
}

function buildLate(student: GradedStudent): LatePenalty {
  const { days, percent } = latenessOfStudent(student);
  return { days, percent, override: student.override };
}

/** A grade as graders see it. */
export function buildGrade(grade: StoredGrade, student: GradedStudent): PartGrade {
  const { part: _, number, submission: __, ...same } = grade;
  return { ...same, submission: number, outdated: isOutdated(grade, student) };
}
