import type { ApiError } from "../../shared/api/errors.ts";
import type { Receipt } from "../../shared/api/homework.ts";
import type { Member } from "../store/members.ts";
import type { Submission } from "../store/submissions.ts";

/** Whether a submission may come in: as a new one, as one that is here already, or not. */
export type Admission =
  | { readonly kind: "new"; readonly late: boolean }
  | { readonly kind: "known"; readonly receipt: Receipt }
  | { readonly kind: "refused"; readonly error: ApiError };

/**
 * `earlier` is what has this id, else the member's newest submission. Until the due date a student may hand in again and
 * again; after it only who never did, and once.
 */
export function admit({
  id,
  member,
  earlier,
  dueAt,
  now,
}: {
  readonly id: string;
  readonly member: Member;
  readonly earlier: Submission | null;
  readonly dueAt: string | null;
  readonly now: string;
}): Admission {
  if (earlier?.receipt.id === id) {
    return earlier.course === member.course && earlier.member === member.id
      ? { kind: "known", receipt: earlier.receipt }
      : { kind: "refused", error: ID_TAKEN };
  }
  const late = dueAt !== null && Date.parse(now) > Date.parse(dueAt);
  return late && earlier !== null
    ? { kind: "refused", error: tooLate(dueAt, earlier.receipt.receivedAt) }
    : { kind: "new", late };
}

const ID_TAKEN: ApiError = {
  reason: "conflict",
  message: "another submission has this id; hand in under a new one, as crypto.randomUUID() makes them",
  field: "id",
};

function tooLate(dueAt: string, receivedAt: string): ApiError {
  return {
    reason: "forbidden",
    message: `The homework was due on ${inWords(dueAt)}. What you handed in on ${inWords(receivedAt)} stands.`,
    field: "dueAt",
  };
}

const DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

/** `19 November 2026 at 23:59 UTC`: the Worker does not know where the student is. */
function inWords(iso: string): string {
  return `${DATE.format(new Date(iso))} UTC`;
}
