import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { Board } from "../../shared/api/boards.ts";
import type { CreatedCourse } from "../../shared/api/courses.ts";
import { paths } from "../../shared/api/paths.ts";
import { StoredRun } from "../../shared/api/runs.ts";
import { testFloors } from "../../shared/training/pca-floor.ts";
import { type Browser, createCourse, join, makeBrowser, refusal, startLab } from "./lab.ts";
import { digits, problem1, putRun, type RealRun, trainRun } from "./real-run.ts";

const short = trainRun(problem1(5, { epochs: 10 }));
const long = trainRun(problem1(5, { epochs: 20 }));
const wide = trainRun(problem1(20, { epochs: 10 }));

let course: CreatedCourse;
beforeEach(async () => {
  await startLab();
  course = await createCourse("ece-4803");
});

async function send(browser: Browser, { upload, weights }: RealRun) {
  const answer = await putRun(browser, {
    course: course.course,
    id: crypto.randomUUID(),
    run: upload,
    weights,
  });
  return StoredRun.parse(await answer.json());
}

async function readBoard(browser: Browser, query = ""): Promise<Board> {
  const answer = await browser.send(`${paths.board(course.course, "problem-1")}${query}`);
  return Board.parse(await answer.json());
}

describe("problem 1's board", () => {
  test("before any run shows the widths of the course's sweep with the PCA floor of its test set", async () => {
    const { widths, rows, width } = await readBoard(await join(course));
    const floors = testFloors(problem1(5).dataset, digits);
    expect(widths.map((one) => [one.width, one.floor, one.best])).toEqual(
      [5, 20, 40, 80, 100, 200].map((h) => [h, floors[Math.min(h, 64)], null]),
    );
    expect([width, rows]).toEqual([5, []]);
  });

  test("ranks each member's best run by the Worker's own test error", async () => {
    const [first, second] = [await join(course), await join(course)];
    await send(first, short);
    await send(second, short);
    await send(second, long);
    const { rows } = await readBoard(second);
    expect(rows.map((row) => [row.rank, row.pseudonym, row.value, row.mine])).toEqual([
      [1, second.membership.member.pseudonym, long.upload.metrics.testMse, true],
      [2, first.membership.member.pseudonym, short.upload.metrics.testMse, false],
    ]);
    expect(rows[0]?.parameters).toBe(709);
  });

  test("puts the earlier of two equal runs first", async () => {
    const [first, second] = [await join(course), await join(course)];
    await send(first, short);
    await send(second, short);
    await env.DB.prepare(
      "UPDATE board_entries SET received_at = CASE member WHEN (SELECT id FROM members WHERE pseudonym = ?) THEN '2026-01-02T00:00:00.000Z' ELSE '2026-01-01T00:00:00.000Z' END",
    )
      .bind(first.membership.member.pseudonym)
      .run();
    const { rows } = await readBoard(first);
    expect(rows.map(({ pseudonym }) => pseudonym)).toEqual([
      second.membership.member.pseudonym,
      first.membership.member.pseudonym,
    ]);
  });

  test("never ranks a rejected run, however low its claim", async () => {
    const student = await join(course);
    const metrics = { ...long.upload.metrics, testMse: 0.9 * long.upload.metrics.testMse };
    const { verification } = await send(student, { ...long, upload: { ...long.upload, metrics } });
    expect(verification.status).toBe("rejected");
    const { rows, widths } = await readBoard(student);
    expect(rows).toEqual([]);
    expect(widths[0]).toMatchObject({ best: null, seats: 0 });
  });

  test("shows the best of every width and the rows of the one asked for", async () => {
    const [first, second] = [await join(course), await join(course)];
    await send(first, short);
    await send(second, short);
    await send(second, wide);
    const { widths, width, rows } = await readBoard(first, "?width=20");
    expect(widths.slice(0, 2).map(({ seats, best }) => [seats, best?.value, best?.mine])).toEqual([
      [2, short.upload.metrics.testMse, true],
      [1, wide.upload.metrics.testMse, false],
    ]);
    expect([width, rows.length]).toEqual([20, 1]);
  });

  test("takes other widths, seeds and optimizers of the same model, and nothing trained on other data", async () => {
    const student = await join(course);
    await send(
      student,
      trainRun(
        problem1(7, {
          epochs: 3,
          seed: 9,
          optimizer: { kind: "adam", learningRate: 0.01, weightDecay: 0.1 },
        }),
      ),
    );
    const dataset = problem1(5).dataset;
    await send(student, trainRun(problem1(5, { epochs: 3, dataset: { ...dataset, scaling: "unit" } })));
    await send(
      student,
      trainRun(
        problem1(5, {
          epochs: 3,
          dataset: { ...dataset, split: { kind: "random", testFraction: 0.5, seed: 3 } },
        }),
      ),
    );
    const { widths } = await readBoard(student);
    expect(widths.filter(({ best }) => best !== null).map((one) => one.width)).toEqual([7]);
  });

  test("answers 304 until a run comes, for each reader", async () => {
    const student = await join(course);
    const path = paths.board(course.course, "problem-1");
    const etag = (await student.send(path)).headers.get("ETag") ?? "";
    const again = () => student.send(path, { headers: { "If-None-Match": etag } });
    expect((await again()).status).toBe(304);
    await send(await join(course), short);
    expect((await again()).status).toBe(200);
  });

  test("that has not changed costs one statement and no look at the session, which a new run brings back", async () => {
    const student = await join(course);
    const path = paths.board(course.course, "problem-1");
    const etag = (await student.send(path)).headers.get("ETag") ?? "";
    await env.DB.prepare("DELETE FROM sessions").run();
    const again = () => student.send(path, { headers: { "If-None-Match": etag } });
    expect((await again()).status).toBe(304);
    await send(await join(course), short);
    expect((await again()).status).toBe(404);
  });

  test("is not told to someone who makes up an ETag", async () => {
    const stranger = makeBrowser();
    for (const tag of ["guest", "0".repeat(32)]) {
      stranger.cookies.set("__Host-lab-ece-4803", "made-up");
      const answer = await stranger.send(paths.board(course.course, "problem-1"), {
        headers: { "If-None-Match": `"0-${tag}"` },
      });
      expect(answer.status).toBe(404);
    }
  });

  test("is for members, unless the course shows it to everyone", async () => {
    const path = paths.board(course.course, "problem-1");
    expect((await refusal(await makeBrowser().send(path))).status).toBe(404);
    const open = await createCourse("open", { publicBoard: true });
    expect((await makeBrowser().send(paths.board(open.course, "problem-1"))).status).toBe(200);
  });
});

test("problem 2's floor is that of 64 numbers a kernel, which is 0", async () => {
  const answer = await (await join(course)).send(paths.board(course.course, "problem-2"));
  const { widths } = Board.parse(await answer.json());
  expect(widths.map((one) => [one.width, one.floor])).toEqual([1, 5, 20, 40, 80, 200].map((k) => [k, 0]));
});
