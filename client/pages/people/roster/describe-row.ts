import type { RosterRow } from "../../../../shared/api/roster.ts";

/** `Ada Lovelace, 903111, section A`: a row of the roster in a line. */
export function describeRow({ name, studentId, email, section }: RosterRow): string {
  const key = studentId === "" ? email : studentId;
  return [name, key, section === "" ? "" : `section ${section}`].filter((part) => part !== "").join(", ");
}
