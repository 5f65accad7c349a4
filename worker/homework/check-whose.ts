import type { ApiError } from "../../shared/api/errors.ts";
import type { Member } from "../store/members.ts";

/** Why work of `pseudonym` is not this member's to send; null where it is, or where nobody is named. */
export function checkWhose(member: Member, pseudonym: string | undefined): ApiError | null {
  return pseudonym === undefined || pseudonym === member.pseudonym
    ? null
    : {
        reason: "forbidden",
        message: `This is the work of ${pseudonym}, and this browser is now ${member.pseudonym} in the course; nothing was stored. Load the page again.`,
        field: "pseudonym",
      };
}
