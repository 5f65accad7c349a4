import type { Classroom, Unreached } from "../drafts/classroom.ts";
import type { Owner } from "../drafts/draft.ts";
import { isPassing } from "../outbox/decide.ts";
import type { ApiFailure } from "./api.ts";
import { api } from "./api-calls.ts";

/** The class through the API, for one member's drafts alone: another one's session gets nothing and gives nothing. */
export function makeClassroom({ course, member }: Owner, isMember: () => boolean): Classroom {
  return {
    async list() {
      if (!isMember()) return { type: "notMember" };
      const answer = await api.answers(course);
      if (!answer.ok) return unreached(answer.error);
      if (answer.value.pseudonym !== member) return { type: "notMember" };
      return { type: "listed", answers: answer.value.answers };
    },
    async put({ cell, base, answer }) {
      if (!isMember()) return { type: "notMember" };
      const result = await api.putAnswer({ course, cell, base, answer, pseudonym: member });
      if (result.ok) return { type: "stored", ...result.value };
      const why = result.error;
      if (why.reason !== "refused" || isPassing(why.status) || isStranger(why.status)) return unreached(why);
      return why.status === 409 ? { type: "newer" } : { type: "refused", message: why.message };
    },
  };
}

function unreached(failure: ApiFailure): Unreached {
  if (failure.reason === "away") return { type: "away" };
  return { type: failure.reason === "refused" && isStranger(failure.status) ? "notMember" : "fault" };
}

function isStranger(status: number): boolean {
  return status === 401 || status === 403 || status === 404;
}
