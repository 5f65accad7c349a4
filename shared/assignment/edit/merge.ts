import { canonicalJson } from "../../spec/identity.ts";
import { DraftAssignment } from "./draft.ts";

/** Three states of one homework: as both began, as it is here, as someone else put it meanwhile. */
export type ThreeWays<T = unknown> = { readonly base: T; readonly mine: T; readonly theirs: T };

export type Merge = {
  readonly merged: DraftAssignment;
  readonly clashes: readonly Clash[];
};

/** What both changed, in different ways: where, in words (`Problem 1 (f), prompt`), and to what; undefined where it was removed. */
export type Clash = { readonly place: string; readonly mine: unknown; readonly theirs: unknown };

/**
 * Both changes in one. Problems are told apart by their number, parts by their letter, cells and rubric items by their id; what only
 * one side changed is that side's, what both changed is `preferred`'s.
 */
export function mergeDrafts(ways: ThreeWays<DraftAssignment>, preferred: "mine" | "theirs"): Merge {
  const clashes: Clash[] = [];
  const merged = mergeValue(ways, [], (place, { mine, theirs }) => {
    clashes.push({ place: place.length === 0 ? "the homework as a whole" : place.join(", "), mine, theirs });
    return preferred === "mine" ? mine : theirs;
  });
  return { merged: DraftAssignment.parse(merged), clashes };
}

type Names = readonly string[];
type OnClash = (place: Names, ways: ThreeWays) => unknown;

function mergeValue(ways: ThreeWays, place: Names, onClash: OnClash): unknown {
  const { base, mine, theirs } = ways;
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (isRecord(base) && isRecord(mine) && isRecord(theirs)) {
    return mergeFields({ base, mine, theirs }, place, onClash);
  }
  return onClash(place, ways);
}

type Fields = Readonly<Record<string, unknown>>;

function mergeFields({ base, mine, theirs }: ThreeWays<Fields>, place: Names, onClash: OnClash): unknown {
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  return Object.fromEntries(
    Array.from(names, (name) => {
      const ways = { base: base[name], mine: mine[name], theirs: theirs[name] };
      const list = LISTS.get(name);
      const keyed = list === undefined ? null : keyAll(ways, list);
      return [
        name,
        list === undefined || keyed === null
          ? mergeValue(ways, [...place, SAID[name] ?? name], onClash)
          : mergeLists(keyed, { place, list, onClash }),
      ];
    }).filter(([, value]) => value !== undefined),
  );
}

/** Fields as listDifferences calls them. */
const SAID: Readonly<Record<string, string>> = {
  intro: "introduction",
  reportTitle: "report title",
  coverLines: "cover lines",
  honour: "honour line",
};

type KeyedList = {
  readonly key: string;
  readonly nameOf: (key: string, place: Names) => Names;
  readonly order: string;
};
const CELLS: KeyedList = {
  key: "id",
  nameOf: (id, place) => [...place, `cell ${id}`],
  order: "order of the cells",
};
const LISTS: ReadonlyMap<string, KeyedList> = new Map([
  ["problems", { key: "number", nameOf: (n) => [`Problem ${n}`], order: "order of the problems" }],
  [
    "parts",
    { key: "letter", nameOf: (letter, [problem]) => [`${problem} (${letter})`], order: "order of the parts" },
  ],
  ["shown", CELLS],
  ["cells", CELLS],
  [
    "rubric",
    { key: "id", nameOf: (id, place) => [...place, `rubric item ${id}`], order: "order of the rubric" },
  ],
]);

type Keyed = ReadonlyMap<string, unknown>;

/** The items of all three by their keys; null where one is no list, or two items of a list have one key. */
function keyAll({ base, mine, theirs }: ThreeWays, { key }: KeyedList): ThreeWays<Keyed> | null {
  const [b, m, t] = [base ?? [], mine ?? [], theirs ?? []].map((list) => keyItems(list, key));
  return b && m && t ? { base: b, mine: m, theirs: t } : null;
}

function keyItems(list: unknown, key: string): Keyed | null {
  if (!Array.isArray(list)) return null;
  const keyed = new Map(list.map((item: unknown) => [isRecord(item) ? String(item[key]) : "", item]));
  return keyed.size === list.length ? keyed : null;
}

function mergeLists(
  ways: ThreeWays<Keyed>,
  { place, list, onClash }: { place: Names; list: KeyedList; onClash: OnClash },
): readonly unknown[] {
  const { base, mine, theirs } = ways;
  const kept = new Map<string, unknown>();
  for (const key of new Set([...mine.keys(), ...theirs.keys()])) {
    const one = { base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) };
    const value = mergeValue(one, list.nameOf(key, place), onClash);
    if (value !== undefined) kept.set(key, value);
  }
  const common = (keyed: Keyed) => [...keyed.keys()].filter((key) => base.has(key) && kept.has(key));
  const order = mergeValue(
    { base: common(base), mine: common(mine), theirs: common(theirs) },
    [...place, list.order],
    onClash,
  );
  const [lead, other] = same(order, common(mine)) ? [mine, theirs] : [theirs, mine];
  return interleave([...lead.keys()], [...other.keys()])
    .filter((key) => kept.has(key))
    .map((key) => kept.get(key));
}

/** The keys of `lead` in their order, each further one of `other` after the one that stands before it there. */
function interleave(lead: readonly string[], other: readonly string[]): readonly string[] {
  const all = [...lead];
  other.forEach((key, i) => {
    if (all.includes(key)) return;
    const before = other[i - 1];
    all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, key);
  });
  return all;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}
