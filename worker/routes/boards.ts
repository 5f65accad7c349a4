import { Hono } from "hono";
import type { Board } from "../../shared/api/boards.ts";
import { paths } from "../../shared/api/paths.ts";
import { readRecentCourse, readSharedBoard, type SharedBoard } from "../boards/read-board.ts";
import { readMember, sessionTag } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, refuse } from "../failures.ts";
import { holds } from "./immutable.ts";

export const boards = new Hono<LabEnv>();

boards.get(paths.board(":course", ":problem"), async (c) => {
  const { course: name, problem } = c.req.param();
  const now = Date.now();
  const course = await readRecentCourse(c.env.DB, name, now);
  if (course === null) return refuse(c, NO_SUCH_COURSE);

  // Who has the present board was let in before: nothing more is read to say that it has not changed.
  const etag = `"${course.boardVersion}-${sessionTag(c, name)}"`;
  const headers = { ETag: etag, "Cache-Control": "private, no-cache" };
  if (holds(c.req.header("If-None-Match"), etag)) return c.body(null, 304, headers);

  const member = await readMember(c, name);
  if (member === null && !course.publicBoard) return refuse(c, NO_SUCH_COURSE);
  const width = Number(c.req.query("width"));
  const board = await readSharedBoard(c.env.DB, { course, problem, width, now });
  if (board === null) {
    return refuse(c, {
      reason: "notFound",
      message: `This course has no board for ${problem}; boards rank test error, so they need a problem with a random split.`,
    });
  }
  return c.json(boardFor(member?.id, board, { course: name, title: course.title, problem }), 200, headers);
});

/** The board as one reader gets it: pseudonyms, and which rows are the reader's own. */
function boardFor(
  member: string | undefined,
  { spec, widths, width, ranked }: SharedBoard,
  names: Pick<Board, "course" | "title" | "problem">,
): Board {
  return {
    ...names,
    problemTitle: spec.title,
    widths: widths.map(({ width, floor, leader }) => ({
      width,
      floor,
      seats: leader?.seats ?? 0,
      best:
        leader === null
          ? null
          : { pseudonym: leader.pseudonym, testMse: leader.test_mse, mine: leader.member === member },
    })),
    width,
    rows: ranked.map((run, i) => ({
      rank: i + 1,
      pseudonym: run.pseudonym,
      mine: run.member === member,
      testMse: run.test_mse,
      parameters: run.parameters,
      verification: { status: run.verification },
      receivedAt: run.received_at,
      runLink: run.run_link,
    })),
  };
}
