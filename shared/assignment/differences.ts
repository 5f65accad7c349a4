import { canonicalJson } from "../spec/identity.ts";
import type { Assignment, AssignmentProblem, Cell, Part, RubricItem } from "./assignment.ts";

/**
 * What is different in `after`, a phrase each, in the order of the pages: `1 (f): points 2 to 3, prompt`. Problems are told apart by
 * their number, parts by their letter, cells and rubric items by their id. Nothing where both are the same.
 */
export function listDifferences(before: Assignment, after: Assignment): readonly string[] {
  const head = [
    ...differing("title", before.title, after.title),
    ...differing("introduction", before.intro, after.intro),
    ...differing("report title", before.reportTitle, after.reportTitle),
    ...differing("cover lines", before.coverLines, after.coverLines),
    ...differing("honour line", before.honour, after.honour),
  ];
  const problems = compare(before.problems, after.problems, {
    keyOf: ({ number }) => String(number),
    nameOf: ({ number }) => `Problem ${number}`,
    listOf: listInProblem,
    order: "order of the problems",
  });
  return [...head, ...problems];
}

const MOST_IN_SUMMARY = 12;

/** Differences as one line, the first dozen of them. */
export function summarize(differences: readonly string[]): string {
  const shown = differences.slice(0, MOST_IN_SUMMARY).join("; ");
  const left = differences.length - MOST_IN_SUMMARY;
  return left > 0 ? `${shown}; and ${left} more` : shown;
}

type Identity<T> = {
  readonly keyOf: (one: T) => string;
  readonly nameOf: (one: T) => string;
  /** Everything that differs between two of the same key. */
  readonly listOf: (before: T, after: T) => readonly string[];
  /** What is said where those that stayed stand in another order. */
  readonly order: string;
};

function compare<T>(
  before: readonly T[],
  after: readonly T[],
  { keyOf, nameOf, listOf, order }: Identity<T>,
): readonly string[] {
  const old = new Map(before.map((one) => [keyOf(one), one]));
  const kept = new Set(after.map(keyOf));
  const stayed = (list: readonly T[], other: ReadonlySet<string> | ReadonlyMap<string, T>) =>
    list.map(keyOf).filter((key) => other.has(key));
  return [
    ...before.filter((one) => !kept.has(keyOf(one))).map((one) => `removed ${nameOf(one)}`),
    ...after.flatMap((one) => {
      const earlier = old.get(keyOf(one));
      return earlier === undefined ? [`added ${nameOf(one)}`] : listOf(earlier, one);
    }),
    ...differing(order, stayed(before, kept), stayed(after, old)),
  ];
}

function listInProblem(before: AssignmentProblem, after: AssignmentProblem): readonly string[] {
  const own = [
    ...differing("title", before.title, after.title),
    ...differing("intro", before.intro, after.intro),
    ...compareCells(before.shown, after.shown),
  ];
  const parts = compare(before.parts, after.parts, {
    keyOf: ({ letter }) => letter,
    nameOf: ({ letter }) => `${after.number} (${letter})`,
    listOf: (a, b) => placed(`${after.number} (${b.letter})`, listInPart(a, b)),
    order: `Problem ${after.number}: order of the parts`,
  });
  return [...placed(`Problem ${after.number}`, own), ...parts];
}

function listInPart(before: Part, after: Part): readonly string[] {
  return [
    ...(before.points === after.points ? [] : [`points ${before.points} to ${after.points}`]),
    ...differing("prompt", before.prompt, after.prompt),
    ...compareCells(before.cells, after.cells),
    ...compareRubrics(before.rubric ?? [], after.rubric ?? []),
  ];
}

function compareCells(before: readonly Cell[], after: readonly Cell[]): readonly string[] {
  return compare(before, after, {
    keyOf: ({ id }) => id,
    nameOf: ({ id }) => `cell ${id}`,
    listOf: (a, b) => {
      const fields = listFields(a, b);
      return fields.length === 0 ? [] : [`cell ${b.id} (${fields.join(", ")})`];
    },
    order: "order of the cells",
  });
}

function compareRubrics(before: readonly RubricItem[], after: readonly RubricItem[]): readonly string[] {
  return compare(before, after, {
    keyOf: ({ id }) => id,
    nameOf: ({ label }) => `rubric item “${label}”`,
    listOf: (a, b) => (canonicalJson(a) === canonicalJson(b) ? [] : [`rubric item “${b.label}”`]),
    order: "order of the rubric",
  });
}

/** The fields in which two cells differ, as the JSON calls them. */
function listFields(before: Cell, after: Cell): readonly string[] {
  const [old, present] = [before, after].map((cell) => new Map<string, unknown>(Object.entries(cell)));
  const names = new Set([...(present?.keys() ?? []), ...(old?.keys() ?? [])]);
  return [...names].flatMap((name) => differing(name, old?.get(name), present?.get(name)));
}

function differing(what: string, before: unknown, after: unknown): readonly string[] {
  return canonicalJson(before ?? null) === canonicalJson(after ?? null) ? [] : [what];
}

function placed(place: string, differences: readonly string[]): readonly string[] {
  return differences.length === 0 ? [] : [`${place}: ${differences.join(", ")}`];
}
