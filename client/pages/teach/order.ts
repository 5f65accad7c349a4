import type { ClassPart } from "../../../shared/api/class.ts";
import type { Here } from "../../../shared/api/live.ts";
import type { State } from "../../../shared/assignment/completeness.ts";
import { callStudent, type Student } from "./students.ts";

export type Shown = "everyone" | "here" | "stuck" | "notBegun" | "handedIn" | "notHandedIn";
export type Filter = {
  /** A piece of a name or a pseudonym. */
  readonly typed: string;
  /** Null for every section. */
  readonly section: string | null;
  readonly shown: Shown;
  /** With `is`: those who are so far with this part, or have it in view now. */
  readonly part: string | null;
  readonly is: State | "here";
};
export const NO_FILTER: Filter = { typed: "", section: null, shown: "everyone", part: null, is: "here" };

/** By a part's id: the least far first. */
export type Sorting = "name" | "section" | "least" | "most" | "active" | `part ${string}`;

type Class = {
  readonly parts: readonly Pick<ClassPart, "id">[];
  readonly here: ReadonlyMap<string, Here>;
  readonly stuck: ReadonlySet<string>;
};

/** The students that a filter lets through. */
export function filterStudents(
  students: readonly Student[],
  { filter, parts, here, stuck }: Class & { readonly filter: Filter },
): readonly Student[] {
  const typed = filter.typed.trim().toLowerCase();
  const at = parts.findIndex(({ id }) => id === filter.part);
  const passes: Record<Shown, (student: Student) => boolean> = {
    everyone: () => true,
    here: ({ id }) => here.has(id),
    stuck: ({ id }) => stuck.has(id),
    notBegun: ({ states }) => states.every((state) => state === "empty"),
    handedIn: ({ submissions }) => submissions > 0,
    notHandedIn: ({ submissions }) => submissions === 0,
  };
  const isSo = ({ id, states }: Student) =>
    filter.part === null ||
    (filter.is === "here" ? here.get(id)?.part === filter.part : states[at] === filter.is);
  return students.filter(
    (student) =>
      (typed === "" || `${student.name} ${student.pseudonym}`.toLowerCase().includes(typed)) &&
      (filter.section === null || student.section === filter.section) &&
      passes[filter.shown](student) &&
      isSo(student),
  );
}

const RANK: Readonly<Record<State, number>> = { empty: 0, draft: 1, ready: 2 };
const NAMES = new Intl.Collator(undefined, { numeric: true });

/** Sorted; of equals, the class's own order stays. */
export function sortStudents(
  students: readonly Student[],
  { sorting, parts }: Pick<Class, "parts"> & { readonly sorting: Sorting },
): readonly Student[] {
  switch (sorting) {
    case "name":
      return students.toSorted((a, b) => NAMES.compare(callStudent(a), callStudent(b)));
    case "section":
      return students.toSorted((a, b) => NAMES.compare(a.section, b.section));
    case "least":
      return students.toSorted((a, b) => a.ready - b.ready);
    case "most":
      return students.toSorted((a, b) => b.ready - a.ready);
    case "active":
      return students.toSorted((a, b) => b.activeAt.localeCompare(a.activeAt));
    default: {
      const at = parts.findIndex(({ id }) => sorting === `part ${id}`);
      return students.toSorted((a, b) => RANK[a.states[at] ?? "empty"] - RANK[b.states[at] ?? "empty"]);
    }
  }
}

/** Students that stand elsewhere than in `shown`, or are not in it: what a fresh order would move. */
export function countMoved(shown: readonly string[], fresh: readonly string[]): number {
  const known = new Set(shown);
  const there = new Set(fresh);
  const kept = shown.filter((id) => there.has(id));
  const left = shown.length - kept.length;
  const same = fresh.filter((id) => known.has(id));
  return fresh.length - same.length + left + same.filter((id, i) => kept[i] !== id).length;
}
