import { Hono } from "hono";
import type { Board, BoardRow, BoardWidth } from "../../shared/api/boards.ts";
import type { CourseSpec } from "../../shared/api/courses.ts";
import { paths } from "../../shared/api/paths.ts";
import { readMember } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, refuse } from "../failures.ts";
import { floorAt } from "../floors.ts";
import { listLeaders, listRanked, type RankedRun } from "../store/boards.ts";
import { readCourse } from "../store/courses.ts";
import { listCourseSpecs } from "../store/specs.ts";
import { holds } from "./immutable.ts";

export const boards = new Hono<LabEnv>();

boards.get(paths.board(":course", ":problem"), async (c) => {
  const { course: name, problem } = c.req.param();
  const [course, member] = await Promise.all([readCourse(c.env.DB, name), readMember(c, name)]);
  if (course === null || (member === null && !course.publicBoard)) return refuse(c, NO_SUCH_COURSE);

  const etag = `"${course.boardVersion}-${member?.id ?? "guest"}"`;
  const headers = { ETag: etag, "Cache-Control": "private, no-cache" };
  if (holds(c.req.header("If-None-Match"), etag)) return c.body(null, 304, headers);

  const spec = (await listCourseSpecs(c.env.DB, name)).find((one) => one.problem === problem);
  if (spec === undefined || spec.sweep.spec.dataset.split.kind !== "random") {
    return refuse(c, {
      reason: "notFound",
      message: `This course has no board for ${problem}; boards rank test error, so they need a problem with a random split.`,
    });
  }
  const leaders = await listLeaders(c.env.DB, { course: name, problem });
  const widths = boardWidths(spec, leaders, member?.id);
  const asked = Number(c.req.query("width"));
  const width = widths.find((one) => one.width === asked)?.width ?? widths[0]?.width ?? 0;
  const ranked = await listRanked(c.env.DB, { course: name, problem, width });
  const board: Board = {
    course: name,
    title: course.title,
    problem,
    problemTitle: spec.title,
    widths,
    width,
    rows: ranked.map((run, i) => boardRow(run, i + 1, member?.id)),
  };
  return c.json(board, 200, headers);
});

/** The widths of the problem's sweep and every other that has runs, in order. */
function boardWidths(
  { sweep }: CourseSpec,
  leaders: Awaited<ReturnType<typeof listLeaders>>,
  member: string | undefined,
): BoardWidth[] {
  const all = new Set([...sweep.widths, ...leaders.map(({ width }) => width)]);
  return [...all]
    .sort((a, b) => a - b)
    .map((width) => {
      const leader = leaders.find((one) => one.width === width);
      const best =
        leader === undefined
          ? null
          : { pseudonym: leader.pseudonym, testMse: leader.test_mse, mine: leader.member === member };
      return { width, floor: floorAt(sweep.spec, width), seats: leader?.seats ?? 0, best };
    });
}

function boardRow(run: RankedRun, rank: number, member: string | undefined): BoardRow {
  return {
    rank,
    pseudonym: run.pseudonym,
    mine: run.member === member,
    testMse: run.test_mse,
    parameters: run.parameters,
    verification: { status: run.verification },
    receivedAt: run.received_at,
    runLink: run.run_link,
  };
}
