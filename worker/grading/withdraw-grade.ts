import { success } from "../../shared/result.ts";
import { insertAudit } from "../store/audit-log.ts";
import { withdrawGrade as withdrawStored } from "../store/grades.ts";
import {
  changeOf,
  type GradeTarget,
  readAfter,
  readTarget,
  type Saved,
  savedOf,
  standingOf,
} from "./grade-target.ts";

/** Takes the grade back that was seen: the part is ungraded again. */
export async function withdrawGrade(
  db: D1Database,
  { base, ...target }: GradeTarget & { readonly base: number },
): Promise<Saved> {
  const found = await readTarget(db, target);
  if (!found.ok) return found;
  const { present, student } = found.value;
  if (standingOf(student, target.part) === null) return success(savedOf(present, student, null));
  const { actor, now } = target;
  const where = { course: actor.course, member: student.person.id, part: target.part };
  const [stored] = await db.batch([
    withdrawStored(db, { ...where, base, gradedBy: actor.id, now }),
    insertAudit(db, { actor, change: changeOf(student, { part: target.part, to: null }), now }),
  ]);
  return readAfter(db, target, stored);
}
