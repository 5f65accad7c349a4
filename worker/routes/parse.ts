import type * as z from "zod/mini";
import type { ApiError } from "../../shared/api/errors.ts";
import { explain } from "../../shared/explain.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import type { LabContext } from "../environment.ts";
import { invalid } from "../failures.ts";

/** The JSON body of a request as `schema` has it, or what was wrong with it. */
export async function parseJson<S extends z.ZodMiniType>(
  c: LabContext,
  schema: S,
): Promise<Result<z.infer<S>, ApiError>> {
  return parseText(await c.req.text(), schema);
}

export function parseText<S extends z.ZodMiniType>(text: string, schema: S): Result<z.infer<S>, ApiError> {
  let input: unknown;
  try {
    input = JSON.parse(text);
    if (HALF_A_CHARACTER.test(text)) input = makeWhole(input);
  } catch {
    // JSON has no NaN or Infinity: a body that holds them ends here.
    return failure({ reason: "invalid", message: "expected JSON, and numbers in it that are finite" });
  }
  const parsed = schema.safeParse(input);
  return parsed.success ? success(parsed.data) : failure(invalid(explain(parsed.error, input)));
}

/** Only an escape can bring half of a surrogate pair into a body: UTF-8 has none. */
const HALF_A_CHARACTER = /\\u[dD][89a-fA-F]/;

/** Half a character, as a text cut in the middle of an emoji ends with, becomes U+FFFD: canonical JSON has no form for it. */
function makeWhole(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/\p{Surrogate}/gu, "\uFFFD");
  if (Array.isArray(value)) return value.map(makeWhole);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, makeWhole(inner)]));
}

/** A time as it was sent, with whatever zone, as it is kept. */
export function inUtc<T extends string | null>(time: T): T | string {
  return time === null ? time : new Date(time).toISOString();
}
