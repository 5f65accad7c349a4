import type { ApiError } from "../../shared/api/errors.ts";
import type { RegradeRequest } from "../../shared/api/grading/regrades.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { insertAudit } from "../store/audit-log.ts";
import { readBook } from "../store/gradebooks.ts";
import type { Member } from "../store/members.ts";
import { answerRequest, type ListedRequest, listRequests } from "../store/regrade-requests.ts";
import { overtaken } from "./refusals.ts";

/** What the students of a course asked, those without an answer first. */
export async function listRegrades(db: D1Database, course: string): Promise<readonly RegradeRequest[]> {
  const [{ hidden }, requests] = await Promise.all([
    readBook(db, course),
    listRequests(db, { course, id: null }),
  ]);
  return requests.map((request) => buildRequest(request, hidden));
}

/** Answers a request, or changes the answer; a failure says that someone else was first. */
export async function answerRegrade(
  db: D1Database,
  {
    actor,
    id,
    base,
    text,
    now,
  }: {
    readonly actor: Member;
    readonly id: string;
    readonly base: number;
    readonly text: string;
    readonly now: string;
  },
): Promise<Result<RegradeRequest, ApiError>> {
  const { course } = actor;
  const [[request], { hidden }] = await Promise.all([listRequests(db, { course, id }), readBook(db, course)]);
  if (request === undefined) return failure(NO_SUCH_REQUEST);
  if (request.answer?.text === text) return success(buildRequest(request, hidden));
  const { part, student } = request;
  const [stored] = await db.batch([
    answerRequest(db, { course, id, base, text, by: actor.id, now }),
    insertAudit(db, { actor, change: { kind: "regradeAnswered", who: student.pseudonym, part }, now }),
  ]);
  const [after] = await listRequests(db, { course, id });
  if (after === undefined) return failure(NO_SUCH_REQUEST);
  return stored !== undefined && stored.meta.changes > 0
    ? success(buildRequest(after, hidden))
    : failure(overtaken("The answer", { base, newest: after.revision }));
}

function buildRequest({ student, ...request }: ListedRequest, hidden: boolean): RegradeRequest {
  return { ...request, who: hidden ? null : student };
}

const NO_SUCH_REQUEST: ApiError = {
  reason: "notFound",
  message: "The course has no such request (any more); load the page again.",
};
