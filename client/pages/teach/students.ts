import { type ClassView, STATE_CODES } from "../../../shared/api/class.ts";
import type { State } from "../../../shared/assignment/completeness.ts";
import type { LossCourse } from "../../../shared/metrics/loss-course.ts";

/** A student as the class page knows one. */
export type Student = {
  readonly id: string;
  readonly pseudonym: string;
  /** Empty where nobody said. */
  readonly name: string;
  readonly section: string;
  /** Of each part, in the homework's order. */
  readonly states: readonly State[];
  /** How many parts are ready. */
  readonly ready: number;
  /** The part that was worked on last; empty before the first answer. */
  readonly part: string;
  readonly activeAt: string;
  readonly runs: number;
  readonly lossCourse: LossCourse;
  readonly failingRuns: number;
  readonly submissions: number;
  readonly handedInAt: string | null;
};

const STATES: Readonly<Record<string, State>> = {
  [STATE_CODES.empty]: "empty",
  [STATE_CODES.draft]: "draft",
  [STATE_CODES.ready]: "ready",
};

/** The class's columns as students, in the class's order: by name, then by who came first. */
export function listStudents({ students }: Pick<ClassView, "students">): readonly Student[] {
  return students.id.map((id, i) => {
    const states = [...(students.states[i] ?? "")].map((code): State => STATES[code] ?? "empty");
    return {
      id,
      pseudonym: students.pseudonym[i] ?? "",
      name: students.name[i] ?? "",
      section: students.section[i] ?? "",
      states,
      ready: states.filter((state) => state === "ready").length,
      part: students.part[i] ?? "",
      activeAt: students.activeAt[i] ?? "",
      runs: students.runs[i] ?? 0,
      lossCourse: students.lossCourse[i] ?? "fell",
      failingRuns: students.failingRuns[i] ?? 0,
      submissions: students.submissions[i] ?? 0,
      handedInAt: students.handedInAt[i] ?? null,
    };
  });
}

/** What staff call a student: the name where there is one. */
export function callStudent({ name, pseudonym }: Pick<Student, "name" | "pseudonym">): string {
  return name === "" ? pseudonym : name;
}
