import * as z from "zod/mini";

/**
 * `POST /api/courses/COURSE/erasure` (a student, oneself) and `POST .../members/ID/erasure` (an owner, a student): 204. The student
 * is gone from every page at once; a daily job deletes what is left. `pseudonym`, typed, says that it is meant: 400 where it is not
 * the student's.
 */
export const Erase = z.strictObject({ pseudonym: z.string().check(z.maxLength(80)) });
