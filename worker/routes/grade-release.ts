import { Hono } from "hono";
import type { ApiError } from "../../shared/api/errors.ts";
import { PutGradebookSettings, PutRelease } from "../../shared/api/grading/gradebook.ts";
import { paths } from "../../shared/api/paths.ts";
import { MAX_JSON_BODY_BYTES } from "../../shared/limits.ts";
import type { LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, refuse } from "../failures.ts";
import { makeGradesFile } from "../grading/make-grades-file.ts";
import { putRelease, putSettings } from "../grading/put-settings.ts";
import { limitBody } from "./body-limit.ts";
import { readGrader, readGrading } from "./graders.ts";
import { parseJson } from "./parse.ts";

/** How a course grades, when students see it, and the files that take it elsewhere. */
export const gradeRelease = new Hono<LabEnv>();

const limit = limitBody(MAX_JSON_BODY_BYTES, { what: "a setting" });

gradeRelease.put(paths.gradebookSettings(":course"), limit, async (c) => {
  const grading = await readGrading(c, c.req.param("course"), "releaseGrades");
  if (!grading.ok) return refuse(c, grading.error);
  const body = await parseJson(c, PutGradebookSettings);
  if (!body.ok) return refuse(c, body.error);
  const put = await putSettings(c.env.DB, { ...grading.value, ...body.value });
  return put.ok ? c.json(put.value) : refuse(c, put.error);
});

gradeRelease.put(paths.release(":course"), limit, async (c) => {
  const grading = await readGrading(c, c.req.param("course"), "releaseGrades");
  if (!grading.ok) return refuse(c, grading.error);
  const body = await parseJson(c, PutRelease);
  if (!body.ok) return refuse(c, body.error);
  const put = await putRelease(c.env.DB, { ...grading.value, ...body.value });
  return put.ok ? c.json(put.value) : refuse(c, put.error);
});

gradeRelease.get(paths.gradesFile(":course", ":file"), async (c) => {
  const member = await readGrader(c, c.req.param("course"), "releaseGrades");
  if (member === null) return refuse(c, NO_SUCH_COURSE);
  const file = c.req.param("file");
  if (file !== "canvas" && file !== "all") return refuse(c, NO_SUCH_FILE);
  const made = await makeGradesFile(c.env.DB, { course: member.course, file });
  return made.ok ? c.json(made.value, 200, { "Cache-Control": "private, no-store" }) : refuse(c, made.error);
});

const NO_SUCH_FILE: ApiError = {
  reason: "notFound",
  message: "There is no such file of grades: expected canvas or all.",
};
