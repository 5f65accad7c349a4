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
  } catch {
    // JSON has no NaN or Infinity: a body that holds them ends here.
    return failure({ reason: "invalid", message: "expected JSON, and numbers in it that are finite" });
  }
  const parsed = schema.safeParse(input);
  return parsed.success ? success(parsed.data) : failure(invalid(explain(parsed.error, input)));
}
