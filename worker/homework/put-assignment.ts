import type { ApiError } from "../../shared/api/errors.ts";
import type { AssignmentView, VersionView } from "../../shared/api/homework.ts";
import type { Assignment } from "../../shared/assignment/assignment.ts";
import { listDifferences, summarize } from "../../shared/assignment/differences.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { canonicalJson } from "../../shared/spec/identity.ts";
import { insertAssignment } from "../store/assignments.ts";
import { insertAudit } from "../store/audit-log.ts";
import type { Member } from "../store/members.ts";
import { readSchedule, setDueAt } from "../store/schedules.ts";
import { readPresent, readView } from "./read-present.ts";

/** What an instructor puts: `assignment` null leaves it as it is; without `dueAt` the course's due date stays. */
export type PutVersion = {
  readonly assignment: Assignment | null;
  readonly base: number;
  readonly dueAt?: string | null;
};

/** Makes the next version, sets the course's due date, or both in one transaction; a failure says that someone else was first. */
export async function putAssignment(
  db: D1Database,
  put: PutVersion & { readonly actor: Member; readonly now: string },
): Promise<Result<AssignmentView, ApiError>> {
  const { actor, base, now } = put;
  const { course } = actor;
  const [present, { revision: _, ...schedule }] = await Promise.all([
    readPresent(db, course),
    readSchedule(db, course),
  ]);
  const decision = decideVersion(put, present);
  if (decision.kind === "conflict") return failure(conflict(base, present.version));
  const { assignment, version } = decision;
  const { dueAt = schedule.dueAt } = put;
  const change = { kind: "scheduleChanged", ...schedule, dueAt } as const;
  const statements = [
    ...(dueAt === schedule.dueAt
      ? []
      : [setDueAt(db, { course, version: present.version, dueAt }), insertAudit(db, { actor, change, now })]),
    ...(decision.kind === "sameVersion"
      ? []
      : [
          insertAssignment(db, {
            ...{ course, version, json: canonicalJson(assignment), author: actor.id, now },
            summary: summarize(listDifferences(present.assignment, assignment)),
          }),
          insertAudit(db, { actor, change: { kind: "homeworkChanged", version }, now }),
        ]),
  ];
  const stored = statements.length === 0 ? [] : await db.batch(statements);
  if (stored.some(({ meta }) => meta.changes === 0)) {
    return failure(conflict(base, (await readPresent(db, course)).version));
  }
  return success({ ...(await readView(db, actor)), assignment, version });
}

type Decision =
  | { readonly kind: "next" | "sameVersion"; readonly assignment: Assignment; readonly version: number }
  | { readonly kind: "conflict" };

/** The same homework keeps its version, so that a change of the due date alone, or a put that is sent again, makes no new one. */
export function decideVersion({ assignment, base }: PutVersion, present: VersionView): Decision {
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
