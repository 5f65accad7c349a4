import { readGlobals } from "../interpreter/globals.ts";
import { parsePython, withoutMark } from "../python/parse.ts";

/** The names that a cell gives a meaning outside of its classes; none where it cannot be parsed. Imports are no such names. */
export function listNames(source: string): ReadonlySet<string> {
  const statements = parsePython(withoutMark(source));
  if (!statements.ok) return new Set();
  const { classes, functions, constants } = readGlobals(statements.value);
  return new Set([...classes.keys(), ...functions.keys(), ...constants.keys()]);
}
