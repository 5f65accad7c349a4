import { Hono } from "hono";
import { can } from "../../shared/access/can.ts";
import { type BoardList, PutBoard, TryRule } from "../../shared/api/boards.ts";
import type { ApiError } from "../../shared/api/errors.ts";
import { paths } from "../../shared/api/paths.ts";
import { parseRule } from "../../shared/boards/rule.ts";
import { MAX_BOARD_JSON_BYTES } from "../../shared/limits.ts";
import { judgeCourse, tally } from "../boards/judge-course.ts";
import { measureOlder } from "../boards/measure-older.ts";
import { deleteRule, putRule } from "../boards/put-rule.ts";
import { forgetRecentCourse } from "../boards/read-board.ts";
import { readMember } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { invalid, NO_SUCH_COURSE, NOT_A_MEMBER, refuse } from "../failures.ts";
import { countEntries } from "../store/board-entries.ts";
import { listBoards } from "../store/boards.ts";
import { readSchedule } from "../store/schedules.ts";
import { limitBody } from "./body-limit.ts";
import { parseJson } from "./parse.ts";

/** The rules of a course's boards: its staff sees them, its instructors change them. */
export const boardRules = new Hono<LabEnv>();

boardRules.get(paths.boards(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null || !can(member.role, "seeEveryone")) return refuse(c, NO_SUCH_COURSE);
  const { course } = member;
  const [boards, counts, { zone }] = await Promise.all([
    listBoards(c.env.DB, course),
    countEntries(c.env.DB, course),
    readSchedule(c.env.DB, course),
  ]);
  const views = boards.map(({ rule, revision }) => {
    const { runs, seats } = counts.get(rule.id) ?? { runs: 0, seats: 0 };
    return { rule, revision, runs, seats };
  });
  return c.json({ boards: views, zone } satisfies BoardList);
});

const limit = limitBody(MAX_BOARD_JSON_BYTES, { what: "a board" });

boardRules.post(paths.boardTrial(":course"), limit, async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null) return refuse(c, NOT_A_MEMBER);
  if (!can(member.role, "changeBoards")) return refuse(c, BOARDS_ARE_INSTRUCTORS);
  const body = await parseJson(c, TryRule);
  if (!body.ok) return refuse(c, body.error);
  const rule = parseRule(body.value.rule);
  if (!rule.ok) return refuse(c, invalid(rule.error));
  const { course } = member;
  await measureOlder(c.env, { course, rule: rule.value });
  const { zone } = await readSchedule(c.env.DB, course);
  return c.json(tally(await judgeCourse(c.env.DB, { course, rule: rule.value, zone })));
});

boardRules.put(paths.board(":course", ":board"), limit, async (c) => {
  const actor = await readMember(c, c.req.param("course"));
  if (actor === null) return refuse(c, NOT_A_MEMBER);
  if (!can(actor.role, "changeBoards")) return refuse(c, BOARDS_ARE_INSTRUCTORS);
  const body = await parseJson(c, PutBoard);
  if (!body.ok) return refuse(c, body.error);
  const rule = parseRule(body.value.rule);
  if (!rule.ok) return refuse(c, invalid(rule.error));
  const board = c.req.param("board");
  if (rule.value.id !== board) return refuse(c, otherName(board, rule.value.id));
  await measureOlder(c.env, { course: actor.course, rule: rule.value });
  const now = new Date().toISOString();
  const put = await putRule(c.env.DB, { actor, base: body.value.base, rule: rule.value, now });
  if (!put.ok) return refuse(c, put.error);
  forgetRecentCourse(actor.course);
  return c.json({ revision: put.value.revision });
});

boardRules.delete(paths.board(":course", ":board"), async (c) => {
  const actor = await readMember(c, c.req.param("course"));
  if (actor === null) return refuse(c, NOT_A_MEMBER);
  if (!can(actor.role, "changeBoards")) return refuse(c, BOARDS_ARE_INSTRUCTORS);
  const now = new Date().toISOString();
  const deleted = await deleteRule(c.env.DB, { actor, board: c.req.param("board"), now });
  if (!deleted) return refuse(c, NO_SUCH_BOARD);
  forgetRecentCourse(actor.course);
  return c.body(null, 204);
});

const BOARDS_ARE_INSTRUCTORS: ApiError = {
  reason: "forbidden",
  message: "Boards are changed by the course's instructors.",
};
const NO_SUCH_BOARD: ApiError = {
  reason: "notFound",
  message: "The course has no board of this name (any more).",
};

function otherName(board: string, id: string): ApiError {
  return {
    reason: "invalid",
    message: `rule.id: expected ${board}, as in the address, got ${id}`,
    field: "rule.id",
  };
}
