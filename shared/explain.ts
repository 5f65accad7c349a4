import type * as z from "zod/mini";

/** What was wrong with foreign data: where, and in words what was expected and what came. */
export type Complaint = { readonly path: string; readonly message: string };

/** `["model", "layers", 1, "out"]` reads `model.layers[1].out`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, i) => (typeof key === "number" ? `[${key}]` : i === 0 ? String(key) : `.${String(key)}`))
    .join("");
}

/** `model.layers[1].out: expected ..., got ...`, the one line that every door prints. */
export function formatComplaint({ path, message }: Complaint): string {
  return path === "" ? message : `${path}: ${message}`;
}

/** The first complaint of a failed parse, with what came read out of `input`. */
export function explain(error: z.core.$ZodError, input: unknown): Complaint {
  const issue = error.issues[0];
  if (issue === undefined) return { path: "", message: "not valid" };
  return explainIssue(issue, input);
}

/** A complaint with the keys that lead to its field from the top of what came. */
export type PlacedComplaint = Complaint & { readonly at: readonly PropertyKey[] };

/** Every complaint of a failed parse, in the order of the schema. */
export function explainAll(error: z.core.$ZodError, input: unknown): readonly PlacedComplaint[] {
  return error.issues.map((issue) => {
    const extra = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    return { ...explainIssue(issue, input), at: [...issue.path, ...extra] };
  });
}

function explainIssue(issue: z.core.$ZodIssue, input: unknown): Complaint {
  const path = formatPath(issue.path);
  const got = describe(valueAt(input, issue.path));
  switch (issue.code) {
    case "invalid_type":
      return { path, message: `expected ${article(issue.expected)}, got ${got}` };
    case "invalid_value":
      return { path, message: `expected ${issue.values.map(describe).join(" or ")}, got ${got}` };
    case "unrecognized_keys":
      return {
        path: formatPath([...issue.path, ...issue.keys.slice(0, 1)]),
        message: "unknown field; remove it",
      };
    case "too_small":
      return {
        path,
        message: `expected ${sizeWord(issue.origin)} ${issue.inclusive === false ? "above" : "of at least"} ${issue.minimum}, got ${got}`,
      };
    case "too_big":
      return {
        path,
        message: `expected ${sizeWord(issue.origin)} ${issue.inclusive === false ? "below" : "of at most"} ${issue.maximum}, got ${got}`,
      };
    case "invalid_union":
      return explainUnion(issue, input, path, got);
    default:
      return { path, message: issue.message === "" ? `not valid, got ${got}` : issue.message };
  }
}

/** A union told apart by a key names the values of that key; another one says what each branch wanted. */
function explainUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  input: unknown,
  path: string,
  got: string,
): Complaint {
  if (issue.discriminator !== undefined) {
    const found = valueAt(input, issue.path);
    const known = "options" in issue ? (issue.options ?? []).map(String).join(", ") : "";
    return { path, message: `unknown ${issue.discriminator} ${describe(found)}; known are ${known}` };
  }
  const branches = issue.errors.flatMap((errors) => errors.slice(0, 1));
  const expected = branches.flatMap((branch) => {
    if (branch.code === "invalid_type") return [article(branch.expected)];
    return branch.code === "invalid_value" ? branch.values.map(describe) : [];
  });
  return expected.length === branches.length && expected.length > 0
    ? { path, message: `expected ${[...new Set(expected)].join(" or ")}, got ${got}` }
    : nearestBranch(issue, input, path, got);
}

function nearestBranch(
  issue: z.core.$ZodIssueInvalidUnion,
  input: unknown,
  path: string,
  got: string,
): Complaint {
  const inner = issue.errors.flat().find((error) => error.code !== "invalid_type");
  if (inner === undefined) return { path, message: `not one of the forms expected here, got ${got}` };
  return explainIssue({ ...inner, path: [...issue.path, ...inner.path] }, input);
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** A value as a person would name it, short enough for one line. */
export function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean" || value === null)
    return String(value);
  if (typeof value === "string") {
    return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  }
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === "object" ? "an object" : typeof value;
}

function sizeWord(origin: string): string {
  if (origin === "array") return "a list";
  return origin === "string" ? "a text" : "a number";
}

function article(expected: string): string {
  const word = { int: "whole number", array: "list", string: "text", nan: "number" }[expected] ?? expected;
  return /^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`;
}
