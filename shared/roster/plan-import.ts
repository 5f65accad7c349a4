import { ROSTER_FIELDS, type RosterField, WORDS } from "./columns.ts";
import type { ParsedRoster, RosterPerson, WrongLine } from "./parse-roster.ts";

export type RosterFields = Readonly<Record<RosterField, string>>;
/** A row as the course has it: `member` is whom it is bound to. */
export type KnownRow = RosterFields & { readonly id: string; readonly member: string | null };
export type FieldChange = { readonly field: RosterField; readonly from: string; readonly to: string };

/** What an import does, decided before anything is written. */
export type ImportPlan = {
  readonly added: readonly { readonly line: number; readonly fields: RosterFields }[];
  readonly changed: readonly {
    readonly line: number;
    readonly id: string;
    readonly fields: RosterFields;
    readonly changes: readonly FieldChange[];
  }[];
  readonly same: readonly { readonly line: number; readonly name: string }[];
  /** Of the course and not in the file. Who joined is never removed. */
  readonly missing: readonly { readonly row: KnownRow; readonly removed: boolean }[];
  readonly wrong: readonly WrongLine[];
};

/**
 * Compares a file with the rows of a course. People are known again by student id, else by email, else by Canvas's id; what the
 * file has no column for stays as it is.
 */
export function planImport(
  { people, wrong }: Pick<ParsedRoster, "people" | "wrong">,
  known: readonly KnownRow[],
  { removeMissing }: { readonly removeMissing: boolean },
): ImportPlan {
  const rows = matchRows(people, known);
  const met = new Set([...rows.values()].map(({ id }) => id));
  const missing = known
    .filter(({ id }) => !met.has(id))
    .map((row) => ({ row, removed: removeMissing && row.member === null }));
  const drafts = people.map((person) => {
    const row = rows.get(person.line) ?? null;
    const fields = mergeFields(person, row);
    return { line: person.line, row, fields, changes: row === null ? [] : compare(row, fields) };
  });
  const stays = missing.filter(({ removed }) => !removed).map(({ row }) => row);
  const clashes = findClashes(drafts, stays);
  const clashing = new Set(clashes.map(({ line }) => line));
  const good = drafts.filter(({ line }) => !clashing.has(line));
  return {
    added: good.flatMap(({ line, row, fields }) => (row === null ? [{ line, fields }] : [])),
    changed: good.flatMap(({ line, row, fields, changes }) =>
      row === null || changes.length === 0 ? [] : [{ line, id: row.id, fields, changes }],
    ),
    same: good.flatMap(({ line, row, fields, changes }) =>
      row === null || changes.length > 0 ? [] : [{ line, name: fields.name }],
    ),
    missing,
    wrong: [...wrong, ...clashes].toSorted((a, b) => a.line - b.line),
  };
}

const KEYS = ["studentId", "email", "canvasId"] as const;

/** The row of each line that has one. All student ids are looked up before any email is, so that no line takes another's row. */
function matchRows(
  people: readonly RosterPerson[],
  known: readonly KnownRow[],
): ReadonlyMap<number, KnownRow> {
  const found = new Map<number, KnownRow>();
  const met = new Set<string>();
  for (const key of KEYS) {
    const byKey = new Map(known.filter((row) => row[key] !== "").map((row) => [row[key], row]));
    for (const person of people) {
      const row = byKey.get(person[key] ?? "");
      if (row === undefined || found.has(person.line) || met.has(row.id)) continue;
      found.set(person.line, row);
      met.add(row.id);
    }
  }
  return found;
}

function mergeFields(person: RosterPerson, row: KnownRow | null): RosterFields {
  const of = (field: RosterField) => person[field] ?? row?.[field] ?? "";
  return {
    name: of("name"),
    email: of("email"),
    studentId: of("studentId"),
    section: of("section"),
    canvasId: of("canvasId"),
    login: of("login"),
  };
}

function compare(row: KnownRow, fields: RosterFields): readonly FieldChange[] {
  return ROSTER_FIELDS.flatMap((field) =>
    row[field] === fields[field] ? [] : [{ field, from: row[field], to: fields[field] }],
  );
}

/** Lines after which two people would have the same student id or email. */
function findClashes(
  drafts: readonly { readonly line: number; readonly fields: RosterFields }[],
  stays: readonly KnownRow[],
): readonly WrongLine[] {
  return (["studentId", "email"] as const).flatMap((key) => {
    const owners = new Map(stays.filter((row) => row[key] !== "").map((row) => [row[key], row.name]));
    return drafts.flatMap(({ line, fields }) => {
      const value = fields[key];
      if (value === "") return [];
      const owner = owners.get(value);
      if (owner === undefined) owners.set(value, fields.name);
      return owner === undefined
        ? []
        : [{ line, name: fields.name, why: `the ${WORDS[key]} ${value} is ${owner}’s on the roster` }];
    });
  });
}
