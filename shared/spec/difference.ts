import { type Complaint, describe, formatPath } from "../explain.ts";

/** The first place where a JSON value is not the expected one: where, and what was expected and came; null where none is. */
export function findDifference(
  expected: unknown,
  got: unknown,
  path: readonly PropertyKey[] = [],
): Complaint | null {
  if (!isContainer(expected) || !isContainer(got) || Array.isArray(expected) !== Array.isArray(got)) {
    if (Object.is(expected, got)) return null;
    return { path: formatPath(path), message: `expected ${describe(expected)}, got ${describe(got)}` };
  }
  for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
    const step = Array.isArray(expected) ? Number(key) : key;
    const found = findDifference(Reflect.get(expected, key), Reflect.get(got, key), [...path, step]);
    if (found !== null) return found;
  }
  return null;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
