import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { Board, BoardList, BoardPut, ShownName, Trial } from "../../shared/api/boards.ts";
import type { CreatedCourse } from "../../shared/api/courses.ts";
import { paths } from "../../shared/api/paths.ts";
import { StoredRun } from "../../shared/api/runs.ts";
import { AuditLog } from "../../shared/api/staff.ts";
import { NOTHING_DUE } from "../../shared/assignment/deadline.ts";
import { BUILT_IN_PROBLEMS } from "../../shared/assignment/problems.ts";
import { builtInRule } from "../../shared/boards/built-in.ts";
import { WHY } from "../../shared/boards/judge.ts";
import type { BoardRule, BoardState } from "../../shared/boards/rule.ts";
import { type Browser, createCourse, join, makeBrowser, refusal, signIn, startLab } from "./lab.ts";
import { problem1, putRun, type RealRun, trainRun } from "./real-run.ts";

const short = trainRun(problem1(5, { epochs: 10 }));
const long = trainRun(problem1(5, { epochs: 20 }));
const PAST = "2026-01-01T00:00:00.000Z";
const FAR_AHEAD = "2099-01-01T00:00:00.000Z";
const NAME = "ece-4803";

const [mlp] = BUILT_IN_PROBLEMS.map(builtInRule);
if (mlp === undefined) throw new Error("problem 1 is missing");
const rule1: BoardRule = mlp;

let course: CreatedCourse;
let owner: Browser;
beforeEach(async () => {
  await startLab();
  course = await createCourse(NAME, { publicBoard: true });
  owner = await signIn(course);
});

async function send(browser: Browser, { upload, weights }: RealRun): Promise<StoredRun> {
  const answer = await putRun(browser, { course: NAME, id: crypto.randomUUID(), run: upload, weights });
  return StoredRun.parse(await answer.json());
}

async function readBoard(browser: Browser, board = "problem-1"): Promise<Board> {
  return Board.parse(await (await browser.send(paths.board(NAME, board))).json());
}

const valuesOf = ({ rows }: Board) => rows.map(({ value }) => value);
const [shortest, longest] = [short.upload.metrics.testMse, long.upload.metrics.testMse];

async function listBoards(): Promise<BoardList> {
  return BoardList.parse(await (await owner.send(paths.boards(NAME))).json());
}

/** Changes the board of problem 1, or makes another with `id`. */
async function change(changes: Partial<BoardRule>): Promise<number> {
  const rule = { ...rule1, ...changes };
  const base = (await listBoards()).boards.find((one) => one.rule.id === rule.id)?.revision ?? 0;
  const answer = await owner.put(paths.board(NAME, rule.id), { base, rule });
  expect(answer.status).toBe(200);
  return BoardPut.parse(await answer.json()).revision;
}

describe("a change of a rule", () => {
  test("judges the runs that are there, both ways", async () => {
    const student = await join(course);
    await send(student, short);
    await send(student, long);
    expect(valuesOf(await readBoard(student))).toEqual([longest]);
    await change({ limits: { ...rule1.limits, epochs: 10 } });
    expect(valuesOf(await readBoard(student))).toEqual([shortest]);
    await change({ limits: { ...rule1.limits, epochs: 9 } });
    expect(valuesOf(await readBoard(student))).toEqual([]);
    await change({});
    expect(valuesOf(await readBoard(student))).toEqual([longest]);
  });

  test("shows to who holds the board of before", async () => {
    const student = await join(course);
    const etag = (await student.send(paths.board(NAME, "problem-1"))).headers.get("ETag") ?? "";
    await change({ title: "Another title" });
    const again = await student.send(paths.board(NAME, "problem-1"), { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(200);
  });

  test("is in the log with who made it, whole", async () => {
    await change({ state: { kind: "frozen", from: PAST } });
    await owner.remove(paths.board(NAME, "problem-1"));
    await change({ id: "hasty", title: "Hasty" });
    const { entries } = AuditLog.parse(await (await owner.send(paths.audit(NAME))).json());
    expect(entries.map(({ actor, change }) => [actor, change.kind])).toEqual([
      ["instructor", "boardAdded"],
      ["instructor", "boardDeleted"],
      ["instructor", "boardChanged"],
    ]);
    expect(entries[2]?.change).toMatchObject({ rule: { state: { kind: "frozen", from: PAST } } });
  });

  test("of a revision that is no longer the newest changes nothing", async () => {
    await change({ title: "First" });
    const rule = { ...rule1, title: "Second" };
    const late = await owner.put(paths.board(NAME, "problem-1"), { base: 1, rule });
    expect(await refusal(late)).toMatchObject({ status: 409, field: "base" });
    expect((await readBoard(owner)).rule.title).toBe("First");
  });

  test("that is sent again is the same change", async () => {
    const rule = { ...rule1, title: "Once" };
    const sent = () => owner.put(paths.board(NAME, "problem-1"), { base: 1, rule });
    const [first, second] = [await sent(), await sent()];
    expect([second.status, await second.json()]).toEqual([200, await first.json()]);
    const { entries } = AuditLog.parse(await (await owner.send(paths.audit(NAME))).json());
    expect(entries).toHaveLength(1);
  });
});

describe("a new board", () => {
  test("ranks what is there already, beside the others", async () => {
    const student = await join(course);
    await send(student, short);
    await send(student, long);
    await change({ id: "hasty", title: "Ten epochs", limits: { ...rule1.limits, epochs: 10 } });
    const board = await readBoard(student, "hasty");
    expect(valuesOf(board)).toEqual([shortest]);
    expect(board.boards.map(({ id }) => id)).toEqual(["problem-1", "problem-2", "problem-3", "hasty"]);
    expect((await listBoards()).boards.map(({ runs, seats }) => [runs, seats])).toEqual([
      [2, 1],
      [0, 0],
      [0, 0],
      [1, 1],
    ]);
  });

  test("that is deleted is gone, and the runs stay on the others", async () => {
    const student = await join(course);
    await send(student, short);
    await change({ id: "hasty" });
    expect((await owner.remove(paths.board(NAME, "hasty"))).status).toBe(204);
    expect((await student.send(paths.board(NAME, "hasty"))).status).toBe(404);
    expect(valuesOf(await readBoard(student))).toEqual([shortest]);
  });

  test("is the first of the course's where no other is, and none is told as such", async () => {
    for (const { rule } of (await listBoards()).boards) await owner.remove(paths.board(NAME, rule.id));
    expect(await refusal(await owner.send(paths.board(NAME, "-")))).toMatchObject({
      status: 404,
      message: /no board yet/,
    });
    await change({ id: "only" });
    expect((await readBoard(owner, "-")).rule.id).toBe("only");
  });
});

describe("the latest run", () => {
  test("of each seat is ranked where the rule says so, however good one before was", async () => {
    await change({ counts: "latest" });
    const student = await join(course);
    await send(student, long);
    await send(student, short);
    expect(valuesOf(await readBoard(student))).toEqual([shortest]);
  });
});

describe("attempts a day", () => {
  test("are the first that come in, at each width, for each seat", async () => {
    await change({ attemptsADay: 1 });
    const [first, second] = [await join(course), await join(course)];
    await send(first, short);
    expect((await send(first, long)).boards).toEqual([
      { board: "problem-1", title: rule1.title, why: WHY.attempts },
    ]);
    await send(second, long);
    expect(valuesOf(await readBoard(first))).toEqual([longest, shortest]);
    await change({ attemptsADay: 2 });
    expect(valuesOf(await readBoard(first))).toEqual([longest, longest]);
  });

  test("are counted by the course's own days", async () => {
    const student = await join(course);
    const [one, other] = [await send(student, short), await send(student, long)];
    // 23:30 on the 20th and 00:30 on the 21st in New York; one day in UTC.
    for (const [at, id] of [
      ["2026-11-21T04:30:00.000Z", one.id],
      ["2026-11-21T05:30:00.000Z", other.id],
    ])
      await env.DB.prepare("UPDATE runs SET received_at = ? WHERE id = ?").bind(at, id).run();
    await change({ attemptsADay: 1 });
    expect(valuesOf(await readBoard(student))).toEqual([shortest]);
    await owner.put(paths.schedule(NAME), { base: 0, ...NOTHING_DUE, zone: "America/New_York" });
    await change({ attemptsADay: 1, question: "Again?" });
    expect(valuesOf(await readBoard(student))).toEqual([longest]);
  });
});

describe("a frozen board", () => {
  test("ranks nothing that comes in from then on, tells so, and takes it in when it is opened", async () => {
    const student = await join(course);
    await send(student, short);
    await env.DB.prepare("UPDATE runs SET received_at = '2025-12-31T23:59:59.999Z'").run();
    await change({ state: { kind: "frozen", from: PAST } });
    expect((await send(student, long)).boards?.map(({ why }) => why)).toEqual([WHY.frozen]);
    expect(valuesOf(await readBoard(student))).toEqual([shortest]);
    await change({ state: { kind: "open" } });
    expect(valuesOf(await readBoard(student))).toEqual([longest]);
  });
});

describe("a hidden board", () => {
  const hide = (until: string | null) => change({ state: { kind: "hidden", until } satisfies BoardState });

  test("gives students no rows and the staff all of them, and strangers do not hear of it", async () => {
    const student = await join(course);
    await send(student, short);
    for (const until of [null, FAR_AHEAD]) {
      await hide(until);
      expect(await readBoard(student)).toMatchObject({ isHidden: true, rows: [], widths: [], baselines: [] });
      expect(valuesOf(await readBoard(owner))).toEqual([shortest]);
      const stranger = makeBrowser();
      expect((await stranger.send(paths.board(NAME, "problem-1"))).status).toBe(404);
      expect((await readBoard(stranger, "-")).boards.map(({ id }) => id)).toEqual(["problem-2", "problem-3"]);
    }
  });

  test("is open to all when its date has come", async () => {
    const student = await join(course);
    await send(student, short);
    await hide(PAST);
    expect(valuesOf(await readBoard(student))).toEqual([shortest]);
  });
});

describe("a student's name", () => {
  const wish = (browser: Browser, shown: boolean) => browser.put(paths.shownName(NAME), { shown });
  const namesOf = ({ rows }: Board) => rows.map(({ name }) => name);

  test("stands on the board while the student wishes so, for members alone", async () => {
    const [student, other] = [
      await join(course, { name: "Ada Lovelace" }),
      await join(course, { name: "Alan" }),
    ];
    await send(student, short);
    expect(namesOf(await readBoard(other))).toEqual([null]);
    expect(ShownName.parse(await (await wish(student, true)).json())).toEqual({
      shown: true,
      name: "Ada Lovelace",
    });
    expect(namesOf(await readBoard(other))).toEqual(["Ada Lovelace"]);
    expect((await readBoard(other)).widths[0]?.best?.name).toBe("Ada Lovelace");
    const seen = await (await makeBrowser().send(paths.board(NAME, "problem-1"))).text();
    expect(seen).not.toContain("Lovelace");
    await wish(student, false);
    expect(namesOf(await readBoard(other))).toEqual([null]);
  });

  test("does not where the rule shows pseudonyms", async () => {
    const student = await join(course, { name: "Ada Lovelace" });
    await send(student, short);
    await wish(student, true);
    await change({ names: "pseudonym" });
    expect(namesOf(await readBoard(student))).toEqual([null]);
  });
});

describe("a trial of a rule", () => {
  test("tells how many runs would count and why others would not, and changes nothing", async () => {
    const student = await join(course);
    await send(student, short);
    await send(student, long);
    const metrics = { ...long.upload.metrics, testMse: 0.5 };
    await send(await join(course), { ...long, upload: { ...long.upload, metrics } });
    const rule = { ...rule1, limits: { ...rule1.limits, epochs: 10 } };
    const answer = await owner.post(paths.boardTrial(NAME), { rule });
    const trial = Trial.parse(await answer.json());
    expect(trial).toMatchObject({ runs: 3, counting: 1, seats: 1 });
    expect(trial.others.map(({ runs }) => runs)).toEqual([1, 1]);
    expect(trial.others.map(({ why }) => why)).toContain(WHY.rejected);
    expect(valuesOf(await readBoard(student))).toEqual([longest]);
  });

  test("of a rule that is none says which field is wrong", async () => {
    const answer = await owner.post(paths.boardTrial(NAME), { rule: { ...rule1, metric: "dPrime" } });
    expect(await refusal(answer)).toMatchObject({ status: 400, field: "metric" });
  });
});
