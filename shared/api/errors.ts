import * as z from "zod/mini";

/** Why the Worker refused, told apart by `reason`; `message` says what was expected, what came and what to do. */
export const ApiErrorReason = z.enum([
  "invalid", // 400
  "notSignedIn", // 401
  "forbidden", // 403
  "notFound", // 404
  "conflict", // 409
  "tooLarge", // 413
  "unsupported", // 415
  "internal", // 500
]);
export type ApiErrorReason = z.infer<typeof ApiErrorReason>;

export const ApiError = z.object({
  reason: ApiErrorReason,
  message: z.string(),
  /** The field that was wrong, as `model.layers[1].out`. */
  field: z.optional(z.string()),
});
export type ApiError = z.infer<typeof ApiError>;
export const ApiErrorBody = z.object({ error: ApiError });
export type ApiErrorBody = z.infer<typeof ApiErrorBody>;
