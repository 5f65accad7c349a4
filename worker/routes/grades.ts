import { Hono } from "hono";
import * as z from "zod/mini";
import type { ApiError } from "../../shared/api/errors.ts";
import {
  AcceptProposals,
  type GradeSaved,
  PutGrade,
  PutGradedSubmission,
  PutLatePenalty,
} from "../../shared/api/grading/give-grades.ts";
import { paths } from "../../shared/api/paths.ts";
import { MAX_JSON_BODY_BYTES } from "../../shared/limits.ts";
import type { Result } from "../../shared/result.ts";
import type { LabContext, LabEnv } from "../environment.ts";
import { refuse, statusOf } from "../failures.ts";
import { acceptProposals } from "../grading/accept-proposals.ts";
import { putGradedSubmission, putLatePenalty } from "../grading/change-standing.ts";
import type { GradeRefused } from "../grading/grade-target.ts";
import { putGrade } from "../grading/put-grade.ts";
import { withdrawGrade } from "../grading/withdraw-grade.ts";
import { limitBody } from "./body-limit.ts";
import { readGrading } from "./graders.ts";
import { parseJson } from "./parse.ts";

/** What people decide of a student's work. */
export const grades = new Hono<LabEnv>();

const limit = limitBody(MAX_JSON_BODY_BYTES, { what: "a grade", advice: "shorten the comment" });

grades.put(paths.grade(":course", ":handle", ":part"), limit, async (c) => {
  const grading = await readGrading(c, c.req.param("course"));
  if (!grading.ok) return refuse(c, grading.error);
  const body = await parseJson(c, PutGrade);
  if (!body.ok) return refuse(c, body.error);
  const { handle, part } = c.req.param();
  return answerGrade(c, await putGrade(c.env.DB, { ...grading.value, handle, part, put: body.value }));
});

const Base = z.coerce.number().check(z.int(), z.positive());

grades.delete(paths.grade(":course", ":handle", ":part"), async (c) => {
  const grading = await readGrading(c, c.req.param("course"));
  if (!grading.ok) return refuse(c, grading.error);
  const base = Base.safeParse(c.req.query("base"));
  if (!base.success) return refuse(c, NO_BASE);
  const { handle, part } = c.req.param();
  return answerGrade(c, await withdrawGrade(c.env.DB, { ...grading.value, handle, part, base: base.data }));
});

const NO_BASE: ApiError = {
  reason: "invalid",
  message: "expected base to be the revision of the grade to take back, a whole number above 0",
  field: "base",
};

/** A refusal says what stands, where someone else was first. */
function answerGrade(c: LabContext, saved: Result<GradeSaved, GradeRefused>) {
  if (saved.ok) return c.json(saved.value);
  const { error, stands } = saved.error;
  return stands === undefined ? refuse(c, error) : c.json({ error, stands }, statusOf(error.reason));
}

grades.post(paths.acceptProposals(":course", ":part"), async (c) => {
  const grading = await readGrading(c, c.req.param("course"));
  if (!grading.ok) return refuse(c, grading.error);
  const body = await parseJson(c, AcceptProposals);
  if (!body.ok) return refuse(c, body.error);
  const part = c.req.param("part");
  const accepted = await acceptProposals(c.env.DB, { ...grading.value, part, seen: body.value });
  return accepted.ok ? c.json(accepted.value) : refuse(c, accepted.error);
});

grades.put(paths.gradedSubmission(":course", ":handle"), limit, async (c) => {
  const grading = await readGrading(c, c.req.param("course"));
  if (!grading.ok) return refuse(c, grading.error);
  const body = await parseJson(c, PutGradedSubmission);
  if (!body.ok) return refuse(c, body.error);
  const handle = c.req.param("handle");
  const put = await putGradedSubmission(c.env.DB, { ...grading.value, handle, put: body.value });
  return put.ok ? c.json(put.value) : refuse(c, put.error);
});

grades.put(paths.latePenalty(":course", ":handle"), limit, async (c) => {
  const grading = await readGrading(c, c.req.param("course"), "releaseGrades");
  if (!grading.ok) return refuse(c, grading.error);
  const body = await parseJson(c, PutLatePenalty);
  if (!body.ok) return refuse(c, body.error);
  const handle = c.req.param("handle");
  const put = await putLatePenalty(c.env.DB, { ...grading.value, handle, put: body.value });
  return put.ok ? c.json(put.value) : refuse(c, put.error);
});
