import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { Board } from "../../shared/api/boards.ts";
import { paths } from "../../shared/api/paths.ts";
import { BUILT_IN_PROBLEMS } from "../../shared/assignment/problems.ts";
import { builtInRule } from "../../shared/boards/built-in.ts";
import { canonicalJson, specId } from "../../shared/spec/identity.ts";
import { forgetEverything } from "../../worker/boards/read-board.ts";
import { makeBrowser } from "./lab.ts";

const RULES = "0012_boards.sql";
const COURSE = "from-before";

/** A course as it was before boards had rules: its problems, and a run of two members at hidden size 20, one of them rejected. */
beforeEach(async () => {
  await reset();
  forgetEverything();
  const before = env.MIGRATIONS.findIndex(({ name }) => name === RULES);
  await applyD1Migrations(env.DB, env.MIGRATIONS.slice(0, before));
  const run = (sql: string, ...values: unknown[]) =>
    env.DB.prepare(sql)
      .bind(...values)
      .run();
  await run(
    "INSERT INTO courses (course, title, join_code, public_board, created_at) VALUES (?, 'Old', 'OLD123', 1, '2026-01-01')",
    COURSE,
  );
  for (const [i, { name, title, question, sweep }] of BUILT_IN_PROBLEMS.entries()) {
    const id = specId(sweep.spec);
    await run("INSERT INTO specs (id, json) VALUES (?, ?)", id, canonicalJson(sweep.spec));
    await run(
      "INSERT INTO course_specs (course, position, problem, title, question, spec_id, sweep) VALUES (?, ?, ?, ?, ?, ?, ?)",
      ...[COURSE, i, name, title, question, id, canonicalJson(sweep)],
    );
  }
  const spec = specId(BUILT_IN_PROBLEMS[0]?.sweep.spec ?? never());
  for (const [who, verification] of [
    ["calm-fox-20", "scored"],
    ["wise-owl-3", "rejected"],
  ] as const) {
    await run(
      "INSERT INTO members (id, course, role, pseudonym, created_at) VALUES (?1, ?2, 'student', ?1, '2026-01-01')",
      ...[who, COURSE],
    );
    await run(
      `INSERT INTO runs (id, course, member, spec_id, problem, width, parameters, engine, device, train_mse, test_mse, random_mse,
         claimed, verification, rejection, weights_hash, history_hash, content_hash, duration_ms, run_link, received_at)
       VALUES (?1, ?2, ?1, ?3, 'problem-1', 20, 2644, 'simd', 'processor', 0.4, 0.5, 1, '{}', ?4, ?5, 'w', 'h', 'c', 1, ?1,
         '2026-02-01T00:00:00.000Z')`,
      ...[who, COURSE, spec, verification, verification === "rejected" ? "why" : null],
    );
  }
});

function never(): never {
  throw new Error("problem 1 is missing");
}

test("a course from before rules keeps its boards, as rules, with the runs that they ranked", async () => {
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  const answer = await makeBrowser().send(`${paths.board(COURSE, "problem-1")}?width=20`);
  const board = Board.parse(await answer.json());
  expect(board.boards.map(({ id }) => id)).toEqual(["problem-1", "problem-2"]);
  expect(board.rule).toEqual(BUILT_IN_PROBLEMS.map(builtInRule)[0]);
  expect(board.rows.map(({ pseudonym, value, latentSize }) => [pseudonym, value, latentSize])).toEqual([
    ["calm-fox-20", 0.5, 20],
  ]);
});
