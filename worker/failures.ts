import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ApiError, ApiErrorReason } from "../shared/api/errors.ts";
import { type Complaint, formatComplaint } from "../shared/explain.ts";
import type { LabContext } from "./environment.ts";

export function statusOf(reason: ApiErrorReason): ContentfulStatusCode {
  switch (reason) {
    case "invalid":
      return 400;
    case "notSignedIn":
      return 401;
    case "forbidden":
      return 403;
    case "notFound":
      return 404;
    case "conflict":
      return 409;
    case "tooLarge":
      return 413;
    case "unsupported":
      return 415;
    case "internal":
      return 500;
    default:
      return reason satisfies never;
  }
}

/** The one form in which every refusal leaves the Worker. */
export function refuse(c: LabContext, error: ApiError) {
  return c.json({ error }, statusOf(error.reason));
}

export function invalid(complaint: Complaint): ApiError {
  const field = complaint.path === "" ? {} : { field: complaint.path };
  return { reason: "invalid", message: formatComplaint(complaint), ...field };
}

export const NO_SUCH_COURSE: ApiError = {
  reason: "notFound",
  message:
    "There is no such course, or this browser is not a member of it. Join with the code from your instructor.",
};

export const NOT_A_MEMBER: ApiError = {
  reason: "notSignedIn",
  message: "This browser is no member of the course; join it, then try again.",
};
