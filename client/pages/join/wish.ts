import type * as z from "zod/mini";
import type { Invitation, JoinCourse } from "../../../shared/api/courses.ts";
import { failure, type Result, success } from "../../../shared/result.ts";

export type JoinWish = Omit<z.input<typeof JoinCourse>, "code">;
export type Complaints = { readonly name?: string; readonly key?: string };

/** Who joins, out of what was typed; `key` is a student id, or an email where it has an @. Fails with a complaint for each field. */
export function buildWish(
  typed: { readonly name: string; readonly key: string },
  roster: Invitation["roster"],
): Result<JoinWish, Complaints> {
  const [name, key] = [typed.name.trim(), roster === "none" ? "" : typed.key.trim()];
  const complaints = {
    ...(name === "" && { name: "Type your name, so that your instructor knows whose work it is." }),
    ...(key === "" &&
      roster === "required" && { key: "Type the student id or email by which your school knows you." }),
  };
  if (Object.keys(complaints).length > 0) return failure(complaints);
  if (key === "") return success({ name });
  return success(key.includes("@") ? { name, email: key } : { name, studentId: key });
}
