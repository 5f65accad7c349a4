import type { ApiError } from "../../shared/api/errors.ts";
import type { GradesFile, LeftOut } from "../../shared/api/grading/gradebook.ts";
import { listPlacedParts } from "../../shared/assignment/find-part.ts";
import { type CanvasStudent, writeCanvasCsv } from "../../shared/grading/canvas-csv.ts";
import { writeFullCsv } from "../../shared/grading/full-csv.ts";
import { roundPoints } from "../../shared/grading/score.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { readPresent } from "../homework/read-present.ts";
import { readBook } from "../store/gradebooks.ts";
import {
  type GradedStudent,
  listStudents,
  listWholeStudents,
  type WholeStudent,
} from "../store/graded-students.ts";
import { countedPercent, totalOfStudent } from "./standing.ts";

/** A course's grades as a file for Canvas, or with everything in them; a failure says that names are hidden. */
export async function makeGradesFile(
  db: D1Database,
  { course, file }: { readonly course: string; readonly file: "canvas" | "all" },
): Promise<Result<GradesFile, ApiError>> {
  const { settings, hidden } = await readBook(db, course);
  if (hidden) return failure(NAMES_ARE_HIDDEN);
  const { assignment } = await readPresent(db, course);
  const placed = listPlacedParts(assignment);
  const parts = new Set(placed.map(({ id }) => id));
  if (file === "all") {
    const students = await listWholeStudents(db, { course });
    return success(makeFull(course, { students, parts }));
  }
  const points = roundPoints(placed.reduce((all, { part }) => all + part.points, 0));
  const column = settings.columnHeader ?? assignment.title;
  const students = await listStudents(db, course);
  return success(makeCanvas(course, { students, parts, points, column }));
}

const NAMES_ARE_HIDDEN: ApiError = {
  reason: "conflict",
  message:
    "Names are hidden while this course grades; release the grades, or show names, then take the file.",
};

/** Whom Canvas can tell, by any of its three columns, and who has a grade of every part. The others are named, not lost. */
function makeCanvas(
  course: string,
  {
    students,
    parts,
    points,
    column,
  }: {
    students: readonly GradedStudent[];
    parts: ReadonlySet<string>;
    points: number;
    column: string;
  },
): GradesFile {
  const listed: CanvasStudent[] = [];
  const leftOut: LeftOut[] = [];
  for (const student of students) {
    const { total } = totalOfStudent(student, parts);
    const graded = new Set(student.grades.map(({ part }) => part));
    const isGraded = [...parts].every((part) => graded.has(part));
    const { person, known } = student;
    const { pseudonym, name } = person;
    if (!isGraded || total === null) leftOut.push({ pseudonym, name, total, why: "notGraded" });
    else if (known === null || known.canvasId + known.studentId + known.login === "")
      leftOut.push({ pseudonym, name, total, why: "notOnRoster" });
    else listed.push({ ...person, ...known, total });
  }
  return {
    name: `${course}-grades-canvas.csv`,
    csv: writeCanvasCsv(listed, { column, points }),
    students: listed.length,
    leftOut,
  };
}

function makeFull(
  course: string,
  { students, parts }: { students: readonly WholeStudent[]; parts: ReadonlySet<string> },
): GradesFile {
  const full = students.map((student) => ({
    ...student.person,
    studentId: student.known?.studentId ?? "",
    latePercent: countedPercent(student),
    ...totalOfStudent(student, parts),
    parts: student.grades
      .filter(({ part }) => parts.has(part))
      .map(({ number: submission, ...grade }) => ({ ...grade, submission })),
  }));
  return {
    name: `${course}-grades.csv`,
    csv: writeFullCsv(full),
    students: full.length,
    leftOut: [],
  };
}
