import { GRADE_CODES, type Gradebook } from "../../../shared/api/grading/gradebook.ts";
import type { GradedPerson } from "../../../shared/api/grading/part-grade.ts";

/** A student as the gradebook's table shows it; `states`, `scores` and `proposals` have an entry for each part. */
export type Row = {
  readonly handle: string;
  /** The name, else the pseudonym, else, while names are hidden, the handle. */
  readonly call: string;
  /** Null while names are hidden. */
  readonly who: GradedPerson | null;
  /** The number of the submission that is graded; null where nothing was handed in. */
  readonly submission: number | null;
  readonly submissions: number;
  readonly days: number;
  readonly percent: number;
  readonly overridden: boolean;
  readonly states: readonly PartState[];
  readonly scores: readonly (number | null)[];
  readonly proposals: readonly (number | null)[];
  readonly earned: number | null;
  readonly total: number | null;
  readonly requests: number;
};

/** `outdated`: graded on an earlier submission than the one that counts. `ungraded`: not even proposed. */
export type PartState = "graded" | "outdated" | "proposed" | "ungraded";

/** Handles are long, so that nobody meets two that begin alike. */
const SHOWN_HANDLE_CHARACTERS = 8;

/** How a student is called whose name is hidden. */
export function callHandle(handle: string): string {
  return `Student ${handle.slice(0, SHOWN_HANDLE_CHARACTERS)}`;
}

/** How a student is called where graders look. */
export function callStudent(handle: string, who: Pick<GradedPerson, "name" | "pseudonym"> | null): string {
  if (who === null) return callHandle(handle);
  return who.name === "" ? who.pseudonym : who.name;
}

/** The rows of a gradebook, in the order in which it came. */
export function buildRows({ students, parts, scores, proposals }: Gradebook): readonly Row[] {
  return students.handle.map((handle, s) => {
    const who = personAt(students.who, s);
    const proposed = parts.map((_, p) => proposals[p]?.[s] ?? null);
    const codes = students.graded[s] ?? "";
    return {
      handle,
      call: callStudent(handle, who),
      who,
      submission: students.submission[s] ?? null,
      submissions: students.submissions[s] ?? 0,
      days: students.days[s] ?? 0,
      percent: students.percent[s] ?? 0,
      overridden: students.overridden[s] ?? false,
      states: parts.map((_, p) => stateOf(codes[p], proposed[p] ?? null)),
      scores: parts.map((_, p) => scores[p]?.[s] ?? null),
      proposals: proposed,
      earned: students.earned[s] ?? null,
      total: students.total[s] ?? null,
      requests: students.requests[s] ?? 0,
    };
  });
}

function stateOf(code: string | undefined, proposal: number | null): PartState {
  if (code === GRADE_CODES.graded) return "graded";
  if (code === GRADE_CODES.outdated) return "outdated";
  return proposal === null ? "ungraded" : "proposed";
}

function personAt(who: Gradebook["students"]["who"], s: number): GradedPerson | null {
  const id = who?.id[s];
  if (who === null || id === undefined) return null;
  return {
    id,
    pseudonym: who.pseudonym[s] ?? "",
    name: who.name[s] ?? "",
    section: who.section[s] ?? "",
  };
}

/** Whether something that was handed in waits for a grade in part `p`: it has none, or one of an earlier submission. */
export function waitsInPart(row: Row, p: number): boolean {
  return row.submission !== null && row.states[p] !== undefined && row.states[p] !== "graded";
}

/** The same of any part. */
export function needsGrading(row: Row): boolean {
  return row.states.some((_, p) => waitsInPart(row, p));
}

/** Whether any part has no grade, handed in or not. */
export function hasGap(row: Row): boolean {
  return row.states.some((state) => state === "proposed" || state === "ungraded");
}
