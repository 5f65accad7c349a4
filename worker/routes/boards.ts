import { Hono } from "hono";
import { can } from "../../shared/access/can.ts";
import type { Board } from "../../shared/api/boards.ts";
import type { ApiError } from "../../shared/api/errors.ts";
import { paths } from "../../shared/api/paths.ts";
import { costToValue } from "../../shared/boards/judge.ts";
import { type BoardRule, isHidden } from "../../shared/boards/rule.ts";
import { readRecentCourse, readRules, readSharedBoard, type SharedBoard } from "../boards/read-board.ts";
import { readMember, sessionTag } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, refuse } from "../failures.ts";
import type { Member } from "../store/members.ts";
import { holdsBoard, tagBoard } from "./board-tag.ts";

/** The boards of a course as its readers see them. */
export const boards = new Hono<LabEnv>();

/** In the place of a board's id: the first of the course's. */
const FIRST = "-";

boards.get(paths.board(":course", ":board"), async (c) => {
  const { course: name, board: id } = c.req.param();
  const now = Date.now();
  const course = await readRecentCourse(c.env.DB, name, now);
  if (course === null) return refuse(c, NO_SUCH_COURSE);

  // Who has the present board was let in before: nothing more is read to say that it has not changed.
  const version = { boardVersion: course.boardVersion, session: sessionTag(c, name) };
  const cached = holdsBoard(c.req.header("If-None-Match"), version, now);
  if (cached !== null) return c.body(null, 304, headersOf(cached));

  const member = await readMember(c, name);
  if (member === null && !course.publicBoard) return refuse(c, NO_SUCH_COURSE);
  const time = new Date(now).toISOString();
  const isStaff = member !== null && can(member.role, "seeEveryone");
  const stored = await readRules(c.env.DB, course, now);
  // Who is no member is not told of boards that are not shown.
  const listed = stored.map(({ rule }) => rule).filter((rule) => member !== null || !isHidden(rule, time));
  const rule = id === FIRST ? listed[0] : listed.find((one) => one.id === id);
  if (rule === undefined) return refuse(c, id === FIRST ? NO_BOARDS : NO_SUCH_BOARD);

  const withheld = isHidden(rule, time) && !isStaff;
  const width = Number(c.req.query("width"));
  const shared = withheld ? NOTHING : await readSharedBoard(c.env.DB, { course, rule, width, now });
  const board: Board = {
    course: name,
    title: course.title,
    boards: listed.map((one) => ({ id: one.id, title: one.title, isHidden: isHidden(one, time) })),
    rule,
    zone: stored[0]?.zone ?? "UTC",
    isHidden: isHidden(rule, time),
    ...boardFor(member, rule, shared),
  };
  return c.json(board, 200, headersOf(tagBoard(version, nextOpening(listed, now))));
});

const NOTHING: SharedBoard = { widths: [], width: null, ranked: [], baselines: [] };

function headersOf(etag: string) {
  return { ETag: etag, "Cache-Control": "private, no-cache" };
}

/** When the first of the boards that are hidden opens by itself; null where none does. */
function nextOpening(rules: readonly BoardRule[], now: number): number | null {
  const times = rules.flatMap(({ state }) =>
    state.kind === "hidden" && state.until !== null ? [Date.parse(state.until)] : [],
  );
  const ahead = times.filter((time) => time > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/** The rows as one reader gets them: which are the reader's own, and for members the names of who wished so. */
function boardFor(
  reader: Member | null,
  { metric, names }: BoardRule,
  { widths, width, ranked, baselines }: SharedBoard,
): Pick<Board, "widths" | "width" | "rows" | "baselines"> {
  const who = ({ member, pseudonym, name }: { member: string; pseudonym: string; name: string }) => ({
    pseudonym,
    name: reader === null || names === "pseudonym" || name === "" ? null : name,
    mine: member === reader?.id,
  });
  return {
    widths: widths.map(({ width, floor, leader }) => ({
      width,
      floor,
      seats: leader?.seats ?? 0,
      best: leader === null ? null : { ...who(leader), value: costToValue(metric, leader.cost) },
    })),
    width,
    rows: ranked.map((run, i) => {
      const value = costToValue(metric, run.cost);
      return {
        rank: i + 1,
        ...who(run),
        value,
        distance: run.beside === null ? null : value - run.beside,
        latentSize: run.latent_size,
        parameters: run.parameters,
        verification: { status: run.verification },
        receivedAt: run.received_at,
        runLink: run.run_link,
      };
    }),
    baselines: [...baselines],
  };
}

const NO_SUCH_BOARD: ApiError = {
  reason: "notFound",
  message: "This course has no such board (any more); look at its board page for those that it has.",
};
const NO_BOARDS: ApiError = {
  reason: "notFound",
  message: "This course has no board yet; its instructors add one on the page Boards.",
};
