import { failure, type Result, success } from "../result.ts";

/** What a roster knows of a person. */
export const ROSTER_FIELDS = ["name", "email", "studentId", "section", "canvasId", "login"] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];

/** Where a file has what: the cells of a name, in the order in which they are joined, and one cell for every other field. */
export type Columns = {
  readonly name: readonly number[];
  readonly at: Readonly<Partial<Record<Exclude<RosterField, "name">, number>>>;
  /** Whether it is a gradebook exported from Canvas, which has rows that are no students. */
  readonly isCanvas: boolean;
};

type Part = RosterField | "firstName" | "lastName" | "id";

/** The names that people and their systems give a column, without case, spaces and signs. */
const NAMES = new Map<Part, readonly string[]>([
  ["name", ["name", "fullname", "student", "students", "studentname", "displayname"]],
  ["firstName", ["firstname", "first", "givenname", "forename", "vorname"]],
  ["lastName", ["lastname", "last", "surname", "familyname", "nachname"]],
  ["email", ["email", "emailaddress", "mail", "emails", "studentemail", "schoolemail"]],
  [
    "studentId",
    [
      ...["studentid", "studentnumber", "studentno", "sisuserid", "sisid", "idnumber", "universityid"],
      ...["gtid", "orgdefinedid", "matriculationnumber", "matrikelnummer"],
    ],
  ],
  ["section", ["section", "sections", "group", "classsection", "coursesection", "labsection"]],
  ["canvasId", ["canvasid", "canvasuserid"]],
  ["login", ["login", "loginid", "sisloginid", "username"]],
  ["id", ["id"]],
]);

/**
 * Which column of a first line is what; the others do not matter. `ID` is what Canvas knows a person by where the file has its
 * SIS columns, and a student id elsewhere. Fails where there is no name, nothing to know a person again by, or two of a kind.
 */
export function readColumns(header: readonly string[], isCanvasExport: boolean): Result<Columns, string> {
  const parts = header.map(partOf);
  const isCanvas = isCanvasExport || header.some((title) => squeeze(title).startsWith("sis"));
  const at: { -readonly [F in keyof Columns["at"]]: number } = {};
  const name = placesOfName(parts);
  if (name.length === 0) {
    return failure(
      `expected a column for names in the first line (Name, Student, or First name and Last name), got ${list(header)}`,
    );
  }
  for (const [i, part] of parts.entries()) {
    if (part === null || part === "firstName" || part === "lastName" || name.includes(i)) continue;
    const field = part === "id" ? (isCanvas || parts.includes("studentId") ? "canvasId" : "studentId") : part;
    const other = field === "name" ? name[0] : at[field];
    if (other !== undefined) {
      return failure(
        `the columns ${list([header[other], header[i]])} are both read as ${WORDS[field]}; take one out`,
      );
    }
    if (field !== "name") at[field] = i;
  }
  if (at.studentId === undefined && at.email === undefined && at.canvasId === undefined) {
    return failure(
      `expected a column by which students are known again (Student ID, Email, or Canvas’s ID), got ${list(header)}`,
    );
  }
  return success({ name, at, isCanvas });
}

/** How many columns of a first line are known: by which the right delimiter is told from the wrong ones. */
export function countKnown(header: readonly string[]): number {
  return header.filter((title) => partOf(title) !== null).length;
}

export const WORDS: Readonly<Record<RosterField, string>> = {
  name: "name",
  email: "email",
  studentId: "student id",
  section: "section",
  canvasId: "Canvas id",
  login: "login",
};

/** One column for the whole name, else first and last. */
function placesOfName(parts: readonly (Part | null)[]): readonly number[] {
  const whole = parts.indexOf("name");
  if (whole >= 0) return [whole];
  return [parts.indexOf("firstName"), parts.indexOf("lastName")].filter((i) => i >= 0);
}

function partOf(title: string): Part | null {
  const squeezed = squeeze(title);
  for (const [part, names] of NAMES) if (names.includes(squeezed)) return part;
  return null;
}

function squeeze(title: string): string {
  return title.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

function list(titles: readonly string[]): string {
  const shown = titles.slice(0, 8).map((title) => `“${title.trim().slice(0, 40)}”`);
  return shown.join(", ") + (titles.length > shown.length ? " and more" : "");
}
