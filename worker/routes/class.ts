import { Hono } from "hono";
import { can } from "../../shared/access/can.ts";
import type { ApiError } from "../../shared/api/errors.ts";
import { paths } from "../../shared/api/paths.ts";
import { findCell } from "../../shared/assignment/assignment.ts";
import { buildClass } from "../class/build-class.ts";
import { buildPlot } from "../class/build-plot.ts";
import { readMember } from "../courses/session.ts";
import type { LabContext, LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, refuse } from "../failures.ts";
import { floorAt } from "../floors.ts";
import { readPresent } from "../homework/read-present.ts";
import { listCountingRuns, listDeviceTimes } from "../store/class-runs.ts";
import { type Course, readCourse } from "../store/courses.ts";
import { listProgress } from "../store/progress.ts";
import { holds } from "./immutable.ts";

/** How far a class is, and what came of its runs: for the staff, who may have to ask again every second. */
export const classes = new Hono<LabEnv>();

classes.get(paths.class(":course"), async (c) => {
  const course = await readWatched(c, c.req.param("course"));
  if (course === null) return refuse(c, NO_SUCH_COURSE);
  const headers = headersOf(course);
  if (holds(c.req.header("If-None-Match"), headers.ETag)) return c.body(null, 304, headers);
  const [{ assignment }, students, devices] = await Promise.all([
    readPresent(c.env.DB, course.course),
    listProgress(c.env.DB, course.course),
    listDeviceTimes(c.env.DB, course.course),
  ]);
  const { title } = course;
  return c.json(buildClass(assignment, { title, students, devices: [...devices] }), 200, headers);
});

const NO_SUCH_PLOT: ApiError = {
  reason: "notFound",
  message: "The homework has no plot of this name (any more); load the class page again.",
};

classes.get(paths.classPlot(":course", ":cell"), async (c) => {
  const course = await readWatched(c, c.req.param("course"));
  if (course === null) return refuse(c, NO_SUCH_COURSE);
  const headers = headersOf(course);
  if (holds(c.req.header("If-None-Match"), headers.ETag)) return c.body(null, 304, headers);
  const { assignment } = await readPresent(c.env.DB, course.course);
  const cell = findCell(assignment, "plot", c.req.param("cell"));
  if (cell === null) return refuse(c, NO_SUCH_PLOT);
  const runs = await listCountingRuns(c.env.DB, { course: course.course, cells: cell.runs });
  return c.json(buildPlot(cell, { assignment, runs, floorAt }), 200, headers);
});

/** The course, where the reader may see everyone in it. */
async function readWatched(c: LabContext, name: string): Promise<Course | null> {
  const member = await readMember(c, name);
  return member !== null && can(member.role, "seeEveryone") ? await readCourse(c.env.DB, name) : null;
}

function headersOf({ classVersion }: Course) {
  return { ETag: `"class-${classVersion}"`, "Cache-Control": "private, no-cache" };
}
