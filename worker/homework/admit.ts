import type { ApiError } from "../../shared/api/errors.ts";
import type { Receipt } from "../../shared/api/homework.ts";
import type { Deadline } from "../../shared/assignment/deadline.ts";
import { cutOffAt, type Lateness } from "../../shared/assignment/lateness.ts";
import { sayInZone } from "../../shared/assignment/zone.ts";
import { latenessOf } from "../store/deadlines.ts";
import type { Member } from "../store/members.ts";
import type { Submission } from "../store/submissions.ts";

/** Whether a submission may come in: as a new one, as one that is here already, or not. */
export type Admission =
  | { readonly kind: "new"; readonly lateness: Lateness }
  | { readonly kind: "known"; readonly receipt: Receipt }
  | { readonly kind: "refused"; readonly error: ApiError };

/**
 * `earlier` is what has this id, else the member's newest submission. In time a student may hand in again and again; late only who
 * never did, once, until the cut-off.
 */
export function admit({
  id,
  member,
  earlier,
  deadline,
  now,
}: {
  readonly id: string;
  readonly member: Member;
  readonly earlier: Submission | null;
  readonly deadline: Deadline;
  readonly now: string;
}): Admission {
  if (earlier?.receipt.id === id) {
    return earlier.course === member.course && earlier.member === member.id
      ? { kind: "known", receipt: earlier.receipt }
      : { kind: "refused", error: ID_TAKEN };
  }
  const lateness = latenessOf(now, deadline);
  const { dueAt, zone, rule } = deadline;
  if (dueAt === null || !lateness.late) return { kind: "new", lateness };
  const due = `The homework was due on ${sayInZone(Date.parse(dueAt), zone)}`;
  if (earlier !== null) {
    const handedIn = sayInZone(Date.parse(earlier.receipt.receivedAt), zone);
    return refused(
      `${due}. What you handed in on ${handedIn} stands. To hand in again, ask your instructor for an extension.`,
    );
  }
  const cutOff = cutOffAt(Date.parse(dueAt), rule);
  if (cutOff === null || Date.parse(now) <= cutOff) return { kind: "new", lateness };
  const until = sayInZone(cutOff, zone);
  return refused(`${due}, and late work was taken in until ${until}. Ask your instructor for an extension.`);
}

function refused(message: string): Admission {
  return { kind: "refused", error: { reason: "forbidden", message, field: "dueAt" } };
}

const ID_TAKEN: ApiError = {
  reason: "conflict",
  message: "another submission has this id; hand in under a new one, as crypto.randomUUID() makes them",
  field: "id",
};
