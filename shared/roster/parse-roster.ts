import Papa from "papaparse";
import { MAX_ROSTER_CELL_CHARACTERS, MAX_ROSTER_ROWS } from "../limits.ts";
import { type Columns, countKnown, type RosterField, readColumns, WORDS } from "./columns.ts";

/** A line of a roster's file, counted from 1. Null where the file has no such column. */
export type RosterPerson = { readonly line: number; readonly name: string } & Readonly<
  Record<Exclude<RosterField, "name">, string | null>
>;
export type WrongLine = { readonly line: number; readonly name: string; readonly why: string };
export type SkippedLine = { readonly line: number; readonly why: string };
export type ParsedRoster = {
  readonly people: readonly RosterPerson[];
  readonly skipped: readonly SkippedLine[];
  readonly wrong: readonly WrongLine[];
};

/**
 * Reads a roster as people save it: from a spreadsheet, a register or Canvas's gradebook, with commas, semicolons or tabs. Every
 * line is a person, skipped, or wrong with the reason.
 */
export function parseRoster(csv: string): ParsedRoster {
  const rows = readRows(csv);
  const [header, ...lines] = rows;
  if (header === undefined) return onlyWrong(1, "expected a first line with the names of the columns");
  const columns = readColumns(header.cells, rows.some(isPointsPossible));
  if (!columns.ok) return onlyWrong(header.line, columns.error);
  const read = lines.map((row) => readLine(row, { columns: columns.value, width: header.cells.length }));
  const people = read.flatMap((one) => (one.kind === "person" ? [one.person] : []));
  const wrong = read.flatMap((one) => (one.kind === "wrong" ? [one.wrong] : []));
  const skipped = read.flatMap((one) => (one.kind === "skipped" ? [one.skipped] : []));
  const surplus = people[MAX_ROSTER_ROWS];
  if (surplus !== undefined) {
    return onlyWrong(
      surplus.line,
      `a course takes ${MAX_ROSTER_ROWS} people, this file has ${people.length}: split the class into courses`,
    );
  }
  if (people.length + wrong.length === 0) {
    return {
      ...onlyWrong(header.line, "expected a line for each student below the first; there is none"),
      skipped,
    };
  }
  const twice = findTwice(people);
  const doubled = new Set(twice.map(({ line }) => line));
  return {
    people: people.filter(({ line }) => !doubled.has(line)),
    skipped,
    wrong: [...wrong, ...twice].toSorted((a, b) => a.line - b.line),
  };
}

function onlyWrong(line: number, why: string): ParsedRoster {
  return { people: [], skipped: [], wrong: [{ line, name: "", why }] };
}

type Row = { readonly line: number; readonly cells: readonly string[]; readonly isOpen: boolean };

/** The lines that say anything, with the cells as text of one form. */
function readRows(csv: string): readonly Row[] {
  // Excel's first line that names the delimiter is left blank, so that lines keep their numbers.
  const text = csv
    .replace(/^\uFEFF/, "")
    .replaceAll(/\r\n?/g, "\n")
    .replace(/^sep=.(?=\n)/i, "");
  const { data, errors } = Papa.parse<readonly string[]>(text, {
    delimiter: findDelimiter(text),
    newline: "\n",
  });
  const open = new Set(errors.filter(({ type }) => type === "Quotes").map(({ row }) => row));
  let line = 1;
  const rows = data.map((cells, i) => {
    const row = { line, cells: cells.map(clean), isOpen: open.has(i) };
    line += 1 + cells.join("").split("\n").length - 1;
    return row;
  });
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
}

const DELIMITERS = [",", ";", "\t"] as const;

/** The delimiter by which the first line has most columns that are known. */
function findDelimiter(text: string): string {
  const first = text.split("\n").find((line) => line.trim() !== "") ?? "";
  const known = (delimiter: string) => {
    const [cells = []] = Papa.parse<readonly string[]>(first, { delimiter, newline: "\n" }).data;
    return countKnown(cells.map(clean));
  };
  return DELIMITERS.toSorted((a, b) => known(b) - known(a))[0] ?? ",";
}

/** One space where there were several, or none that is seen; letters in one piece, as not every system writes umlauts. */
function clean(cell: string): string {
  return cell
    .normalize("NFC")
    .replaceAll(/[\u200B\uFEFF]/g, "")
    .replaceAll(/[\p{Cc}\p{Z}]+/gu, " ")
    .trim();
}

function isPointsPossible({ cells }: Row): boolean {
  return cells[0] === "Points Possible";
}

type Read =
  | { readonly kind: "person"; readonly person: RosterPerson }
  | { readonly kind: "skipped"; readonly skipped: SkippedLine }
  | { readonly kind: "wrong"; readonly wrong: WrongLine };

function readLine(row: Row, { columns, width }: { columns: Columns; width: number }): Read {
  const { line, cells } = row;
  const person = pick(row, columns);
  const skip = columns.isCanvas ? whySkipped(row, person) : null;
  if (skip !== null) return { kind: "skipped", skipped: { line, why: skip } };
  const why = row.isOpen
    ? "a quote is opened here and not closed"
    : (whySurplus(cells, width) ?? whyNoPerson(person));
  return why === null
    ? { kind: "person", person }
    : { kind: "wrong", wrong: { line, name: person.name.slice(0, MAX_ROSTER_CELL_CHARACTERS), why } };
}

function pick({ line, cells }: Row, { name, at }: Columns): RosterPerson {
  const cell = (place: number | undefined) => (place === undefined ? null : (cells[place] ?? ""));
  const login = cell(at.login);
  const email = cell(at.email) ?? (login !== null && EMAIL.test(login) ? login : null);
  return {
    line,
    name: name
      .map((place) => cells[place] ?? "")
      .filter((part) => part !== "")
      .join(" "),
    email: email?.toLowerCase() ?? null,
    studentId: cell(at.studentId),
    section: cell(at.section),
    canvasId: cell(at.canvasId),
    login,
  };
}

/** Canvas exports rows that are no students. */
function whySkipped(row: Row, person: RosterPerson): string | null {
  if (isPointsPossible(row)) return "the points possible of Canvas, no student";
  const says = [person.name, person.studentId, person.email, person.canvasId, person.login];
  if (says.every((text) => text === null || text === "")) return "a setting of Canvas, no student";
  const isTest = ["Student, Test", "Test Student"].includes(person.name);
  return isTest && (person.studentId ?? "") === "" ? "the test student of Canvas" : null;
}

function whySurplus(cells: readonly string[], width: number): string | null {
  if (cells.slice(width).every((cell) => cell === "")) return null;
  return `expected ${width} cells as in the first line, got ${cells.length}: a text with a comma in it wants quotes`;
}

const EMAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/;

function whyNoPerson(person: RosterPerson): string | null {
  const { name, email, studentId, canvasId } = person;
  if (name === "") return "the name is missing";
  if (email !== null && email !== "" && !EMAIL.test(email))
    return `expected an email address, got “${email.slice(0, 60)}”`;
  if ([studentId, email, canvasId].every((text) => text === null || text === ""))
    return "expected a student id, an email or a Canvas id, by which to know the person again";
  for (const [field, word] of FIELDS) {
    const text = person[field] ?? "";
    if (text.length > MAX_ROSTER_CELL_CHARACTERS)
      return `expected a ${word} of at most ${MAX_ROSTER_CELL_CHARACTERS} characters, got ${text.length}`;
    if (text.includes("\uFFFD"))
      return `the ${word} has letters that could not be read; save the file as CSV UTF-8`;
  }
  return null;
}

const FIELDS = [
  ["name", WORDS.name],
  ["email", WORDS.email],
  ["studentId", WORDS.studentId],
  ["section", WORDS.section],
  ["canvasId", WORDS.canvasId],
  ["login", WORDS.login],
] as const;

const KEYS = ["studentId", "email", "canvasId"] as const;

/** Lines that say of a person what a line before says of another. */
function findTwice(people: readonly RosterPerson[]): readonly WrongLine[] {
  return KEYS.flatMap((key) => {
    const first = new Map<string, number>();
    return people.flatMap(({ line, name, [key]: value }) => {
      if (value === null || value === "") return [];
      const before = first.get(value);
      if (before === undefined) first.set(value, line);
      return before === undefined
        ? []
        : [{ line, name, why: `the ${WORDS[key]} ${value} is on line ${before} too` }];
    });
  });
}
