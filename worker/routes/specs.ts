import { Hono } from "hono";
import type { CourseSpec } from "../../shared/api/courses.ts";
import { paths } from "../../shared/api/paths.ts";
import { BUILT_IN_PROBLEMS } from "../../shared/assignment/problems.ts";
import { canonicalJson, specId } from "../../shared/spec/identity.ts";
import type { LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, refuse } from "../failures.ts";
import { readCourse } from "../store/courses.ts";
import { listCourseSpecs, readSpecJson } from "../store/specs.ts";
import { immutable } from "./immutable.ts";

const builtIn: readonly CourseSpec[] = BUILT_IN_PROBLEMS.map(({ name, title, question, sweep }) => ({
  id: specId(sweep.spec),
  problem: name,
  title,
  question,
  sweep,
}));

export const specs = new Hono<LabEnv>();

specs.get(paths.specs, async (c) => {
  const course = c.req.query("course");
  if (course === undefined) return c.json({ specs: builtIn });
  if ((await readCourse(c.env.DB, course)) === null) return refuse(c, NO_SUCH_COURSE);
  return c.json({ specs: await listCourseSpecs(c.env.DB, course) });
});

specs.get(paths.spec(":id"), async (c) => {
  const id = c.req.param("id");
  const known = builtIn.find((spec) => spec.id === id);
  const json = known === undefined ? await readSpecJson(c.env.DB, id) : canonicalJson(known.sweep.spec);
  return json === null
    ? refuse(c, {
        reason: "notFound",
        message: "No spec has this id here; a spec's id is the SHA-256 of its canonical JSON.",
      })
    : immutable(c, { hash: id, type: "application/json", body: json });
});
