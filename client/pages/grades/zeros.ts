import type { PutGrade } from "../../../shared/api/grading/give-grades.ts";
import type { Gradebook } from "../../../shared/api/grading/gradebook.ts";
import type { Part } from "../../../shared/assignment/assignment.ts";
import { basePoints } from "../../../shared/grading/score.ts";
import type { Row } from "./rows.ts";

/** A part of a student that has no grade because nothing was handed in. */
export type Gap = { readonly handle: string; readonly part: string };

/** All of them, part by part. */
export function listGaps(parts: Gradebook["parts"], rows: readonly Row[]): readonly Gap[] {
  return parts.flatMap(({ id }, p) =>
    rows.flatMap(({ handle, submission, states }) =>
      submission === null && states[p] === "ungraded" ? [{ handle, part: id }] : [],
    ),
  );
}

/** The grade of nothing: 0 points, also where a rubric begins at all points and takes off. */
export function buildZero(part: Part, version: number): PutGrade {
  return {
    ...{ base: 0, submission: null, version, ticked: [], comment: "Nothing was handed in." },
    adjustment: 0 - basePoints(part),
  };
}
