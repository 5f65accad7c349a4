import { type Capability, can } from "../../shared/access/can.ts";
import type { ApiError } from "../../shared/api/errors.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { readMember } from "../courses/session.ts";
import type { LabContext } from "../environment.ts";
import { NOT_A_MEMBER } from "../failures.ts";
import { GRADERS_ONLY, INSTRUCTORS_ONLY } from "../grading/refusals.ts";
import type { Member } from "../store/members.ts";

type OfGrades = Extract<Capability, "grade" | "releaseGrades">;

/** Who reads the gradebook, or what of it is for instructors; null for anyone else, to whom it is not there. */
export async function readGrader(
  c: LabContext,
  course: string,
  capability: OfGrades = "grade",
): Promise<Member | null> {
  const member = await readMember(c, course);
  return member !== null && can(member.role, capability) ? member : null;
}

/** Who changes grades, and when; a failure says who does it instead. */
export async function readGrading(
  c: LabContext,
  course: string,
  capability: OfGrades = "grade",
): Promise<Result<{ readonly actor: Member; readonly now: string }, ApiError>> {
  const actor = await readMember(c, course);
  if (actor === null) return failure(NOT_A_MEMBER);
  if (!can(actor.role, capability)) return failure(capability === "grade" ? GRADERS_ONLY : INSTRUCTORS_ONLY);
  return success({ actor, now: new Date().toISOString() });
}
