import type { ClassPart } from "../../../../shared/api/class.ts";
import type { Here } from "../../../../shared/api/live.ts";
import type { State } from "../../../../shared/assignment/completeness.ts";
import { callStudent, type Student } from "../students.ts";

/** A cell of the matrix: what it shows, and what is said of it. */
export type MatrixCell =
  | { readonly kind: "state"; readonly state: State; readonly isHere: boolean; readonly said: string }
  | { readonly kind: "text"; readonly text: string; readonly said: string };

export type MatrixColumn = {
  readonly id: string;
  readonly title: string;
  /** Set of parts, of which those of a problem stand together. */
  readonly problem?: number;
  cell(student: Student, here: Here | undefined): MatrixCell;
};

const DAY = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });

/** The columns beside the student's own: the parts, then what there is once a student. */
export function buildMatrixColumns(
  parts: readonly Pick<ClassPart, "id" | "problem">[],
  { hasSections }: { readonly hasSections: boolean },
): readonly MatrixColumn[] {
  const text = (
    id: string,
    title: string,
    read: (student: Student) => string,
    nothing = "none",
  ): MatrixColumn => ({
    id,
    title,
    cell(student) {
      const shown = read(student);
      return { kind: "text", text: shown, said: `${title}: ${shown === "" ? nothing : shown}` };
    },
  });
  return [
    ...parts.map(
      ({ id, problem }, i): MatrixColumn => ({
        id,
        title: id,
        problem,
        cell(student, here) {
          const state = student.states[i] ?? "empty";
          const isHere = here?.part === id;
          return { kind: "state", state, isHere, said: `${id} ${state}${isHere ? ", in view now" : ""}` };
        },
      }),
    ),
    text("runs", "runs", ({ runs }) => (runs === 0 ? "" : String(runs))),
    text(
      "handed-in",
      "handed in",
      ({ handedInAt }) => (handedInAt === null ? "" : DAY.format(new Date(handedInAt))),
      "no",
    ),
    ...(hasSections ? [text("section", "section", ({ section }) => section)] : []),
  ];
}

/** What a screen reader hears of a row first. */
export function sayStudent(student: Student, parts: number): string {
  const name = callStudent(student);
  return `${name}${name === student.pseudonym ? "" : ` (${student.pseudonym})`}, ${student.ready} of ${parts} parts ready`;
}
