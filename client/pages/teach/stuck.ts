import { ErrorKind, type Here } from "../../../shared/api/live.ts";
import { plural } from "../../parts/numbers.ts";
import type { Student } from "./students.ts";

/** What keeps a student from going on. */
export type Trouble =
  | { readonly kind: ErrorKind; readonly times: number }
  /** The newest runs in a row whose loss stood still or rose. */
  | { readonly kind: "loss"; readonly runs: number; readonly course: "still" | "rose" };

export type Stuck = { readonly student: Student; readonly troubles: readonly Trouble[] };

/** From how many on an error is more than a slip; a class that is being written is refused now and then. */
export const TELLING_ERRORS: Readonly<Record<ErrorKind, number>> = {
  code: 2,
  training: 2,
  device: 1,
  sending: 1,
};
/** From how many runs in a row that did not fall. */
export const TELLING_RUNS = 2;

export const RULE_OF_STUCK = `A student is here when the open page counts ${TELLING_ERRORS.code} or more errors in code or in training since the same last went well, any trouble with the device or with sending, or when the last ${TELLING_RUNS} or more runs have a loss that did not fall.`;

/** Who needs help: those who are there now first, then those with the most. */
export function findStuck(students: readonly Student[], here: ReadonlyMap<string, Here>): readonly Stuck[] {
  const weight = ({ student, troubles }: Stuck) =>
    (here.has(student.id) ? 1_000_000 : 0) +
    troubles.reduce((sum, trouble) => sum + (trouble.kind === "loss" ? trouble.runs : trouble.times), 0);
  return students
    .map((student) => ({ student, troubles: troublesOf(student, here.get(student.id)) }))
    .filter(({ troubles }) => troubles.length > 0)
    .toSorted((a, b) => weight(b) - weight(a));
}

function troublesOf({ failingRuns, lossCourse }: Student, here: Here | undefined): readonly Trouble[] {
  const errors = ErrorKind.options.flatMap((kind): Trouble[] => {
    const times = here?.errors[kind] ?? 0;
    return times >= TELLING_ERRORS[kind] ? [{ kind, times }] : [];
  });
  if (failingRuns < TELLING_RUNS || lossCourse === "fell") return errors;
  return [...errors, { kind: "loss", runs: failingRuns, course: lossCourse }];
}

/** How many students have each kind of trouble, the most frequent first. */
export function countTroubles(
  stuck: readonly Stuck[],
): readonly { readonly kind: Trouble["kind"]; readonly students: number }[] {
  const counts = new Map<Trouble["kind"], number>();
  for (const { troubles } of stuck)
    for (const { kind } of troubles) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, students]) => ({ kind, students }))
    .toSorted((a, b) => b.students - a.students);
}

export const TROUBLE_WORDS: Readonly<Record<Trouble["kind"], string>> = {
  code: "code",
  training: "training",
  device: "device",
  sending: "sending",
  loss: "loss that does not fall",
};

export function sayTrouble(trouble: Trouble): string {
  if (trouble.kind === "loss") {
    const what = trouble.course === "rose" ? "rose" : "never moved";
    return `loss ${what} in the last ${plural(trouble.runs, "run")}`;
  }
  return `${TROUBLE_WORDS[trouble.kind]} failed ${trouble.times === 1 ? "once" : `${trouble.times} times`}`;
}
