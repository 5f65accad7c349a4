import { Hono } from "hono";
import type { ApiError } from "../../shared/api/errors.ts";
import { AddReusedComment, type ReusedComment } from "../../shared/api/grading/graded-work.ts";
import { AnswerRegrade, AskForRegrade, type RegradeRequestList } from "../../shared/api/grading/regrades.ts";
import { paths } from "../../shared/api/paths.ts";
import { MAX_JSON_BODY_BYTES, MAX_REUSED_COMMENTS } from "../../shared/limits.ts";
import { readMember } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, NOT_A_MEMBER, refuse } from "../failures.ts";
import { answerRegrade, listRegrades } from "../grading/answer-regrade.ts";
import { askForRegrade, readMyGrade } from "../grading/my-grade.ts";
import { deleteComment, insertComment } from "../store/reused-comments.ts";
import { limitBody } from "./body-limit.ts";
import { readGrader, readGrading } from "./graders.ts";
import { parseJson } from "./parse.ts";

/** What students read of their grade and ask about it, what graders answer, and the comments that they use again. */
export const regrades = new Hono<LabEnv>();

regrades.get(paths.myGrade(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member?.role !== "student") return refuse(c, NO_SUCH_COURSE);
  return c.json(await readMyGrade(c.env.DB, member), 200, { "Cache-Control": "private, no-store" });
});

regrades.post(paths.myRegradeRequests(":course"), async (c) => {
  const actor = await readMember(c, c.req.param("course"));
  if (actor === null) return refuse(c, NOT_A_MEMBER);
  if (actor.role !== "student") return refuse(c, STUDENTS_ONLY);
  const body = await parseJson(c, AskForRegrade);
  if (!body.ok) return refuse(c, body.error);
  const asked = await askForRegrade(c.env.DB, { actor, ask: body.value, now: new Date().toISOString() });
  return asked.ok ? c.json(asked.value, 201) : refuse(c, asked.error);
});

const STUDENTS_ONLY: ApiError = {
  reason: "forbidden",
  message: "Students ask about their own grades; the staff changes them.",
};

regrades.get(paths.regradeRequests(":course"), async (c) => {
  const member = await readGrader(c, c.req.param("course"));
  if (member === null) return refuse(c, NO_SUCH_COURSE);
  const requests = await listRegrades(c.env.DB, member.course);
  return c.json({ requests: [...requests] } satisfies RegradeRequestList);
});

const limit = limitBody(MAX_JSON_BODY_BYTES, { what: "an answer" });

regrades.put(paths.regradeRequest(":course", ":id"), limit, async (c) => {
  const grading = await readGrading(c, c.req.param("course"));
  if (!grading.ok) return refuse(c, grading.error);
  const body = await parseJson(c, AnswerRegrade);
  if (!body.ok) return refuse(c, body.error);
  const answered = await answerRegrade(c.env.DB, {
    ...grading.value,
    ...body.value,
    id: c.req.param("id"),
  });
  return answered.ok ? c.json(answered.value) : refuse(c, answered.error);
});

regrades.post(paths.reusedComments(":course"), async (c) => {
  const grading = await readGrading(c, c.req.param("course"));
  if (!grading.ok) return refuse(c, grading.error);
  const body = await parseJson(c, AddReusedComment);
  if (!body.ok) return refuse(c, body.error);
  const { actor, now } = grading.value;
  const { course, id: madeBy, pseudonym: by } = actor;
  const id = crypto.randomUUID();
  const { part, text } = body.value;
  const kept = await insertComment(c.env.DB, { id, course, part, text, madeBy, now });
  return kept ? c.json({ id, part, text, by } satisfies ReusedComment, 201) : refuse(c, TOO_MANY);
});

const TOO_MANY: ApiError = {
  reason: "conflict",
  message: `A course keeps at most ${MAX_REUSED_COMMENTS} comments to use again; delete some that nobody needs.`,
};

regrades.delete(paths.reusedComment(":course", ":id"), async (c) => {
  const grading = await readGrading(c, c.req.param("course"));
  if (!grading.ok) return refuse(c, grading.error);
  const { course } = grading.value.actor;
  const gone = await deleteComment(c.env.DB, { course, id: c.req.param("id") });
  return gone ? c.body(null, 204) : refuse(c, NO_SUCH_COMMENT);
});

const NO_SUCH_COMMENT: ApiError = {
  reason: "notFound",
  message: "The course has no such comment (any more).",
};
