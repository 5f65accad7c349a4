import type { ApiError } from "../../shared/api/errors.ts";

/** What the gradebook's routes refuse with, where several do. */
export const NO_SUCH_STUDENT: ApiError = {
  reason: "notFound",
  message: "The gradebook knows no student by this handle (any more); load the page again.",
};
export const NO_SUCH_PART: ApiError = {
  reason: "notFound",
  message: "The homework has no such part (any more); load the page again.",
};
export const GRADERS_ONLY: ApiError = {
  reason: "forbidden",
  message: "Grades are given by the course's staff.",
};
export const INSTRUCTORS_ONLY: ApiError = {
  reason: "forbidden",
  message: "The course's instructors release grades, hide names and set late penalties.",
};

/** 409: someone else was first. */
export function overtaken(what: string, { base, newest }: { base: number; newest: number }): ApiError {
  return {
    reason: "conflict",
    message: `${what} is at revision ${newest}, and you changed revision ${base}. Load it again, and make your change there.`,
    field: "base",
  };
}
