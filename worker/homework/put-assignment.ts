import type { ApiError } from "../../shared/api/errors.ts";
import type { AssignmentView } from "../../shared/api/homework.ts";
import type { Assignment } from "../../shared/assignment/assignment.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { canonicalJson } from "../../shared/spec/identity.ts";
import { insertAssignment, setDueAt } from "../store/assignments.ts";
import { insertAudit } from "../store/audit-log.ts";
import type { Member } from "../store/members.ts";
import { readPresent } from "./read-present.ts";

/** What an instructor puts: `assignment` null leaves it as it is, and sets the due date alone. */
export type PutVersion = {
  readonly assignment: Assignment | null;
  readonly base: number;
  readonly dueAt: string | null;
};

/** Makes the next version, or sets the due date of the present one; a failure says that someone else was first. */
export async function putAssignment(
  db: D1Database,
  put: PutVersion & { readonly actor: Member; readonly now: string },
): Promise<Result<AssignmentView, ApiError>> {
  const { actor, base, dueAt, now } = put;
  const { course } = actor;
  const present = await readPresent(db, course);
  const decision = decideVersion(put, present);
  if (decision.kind === "conflict") return failure(conflict(base, present.version));
  const { assignment, version } = decision;
  if (decision.kind === "sameVersion" && dueAt === present.dueAt) return success(present);
  const store = decision.kind === "next" ? insertAssignment : setDueAt;
  const [stored] = await db.batch([
    store(db, { course, version, json: canonicalJson(assignment), dueAt, now }),
    insertAudit(db, { actor, change: { kind: "homeworkChanged", version, dueAt }, now }),
  ]);
  if (stored !== undefined && stored.meta.changes > 0) return success({ assignment, version, dueAt });
  return failure(conflict(base, (await readPresent(db, course)).version));
}

type Decision =
  | { readonly kind: "next" | "sameVersion"; readonly assignment: Assignment; readonly version: number }
  | { readonly kind: "conflict" };

/** The same homework keeps its version, so that a change of the due date alone, or a put that is sent again, makes no new one. */
export function decideVersion({ assignment, base }: PutVersion, present: AssignmentView): Decision {
  const same = assignment === null || canonicalJson(assignment) === canonicalJson(present.assignment);
  const again = assignment !== null && same && base === present.version - 1;
  if (base !== present.version && !again) return { kind: "conflict" };
  return same
    ? { kind: "sameVersion", assignment: present.assignment, version: present.version }
    : { kind: "next", assignment, version: base + 1 };
}

function conflict(base: number, newest: number): ApiError {
  return {
    reason: "conflict",
    message: `The homework is at version ${newest}, and you changed version ${base}. Get it again, make your change there, and put it with base ${newest}.`,
    field: "base",
  };
}
