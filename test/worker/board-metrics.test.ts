import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { Board, BoardList } from "../../shared/api/boards.ts";
import type { CreatedCourse } from "../../shared/api/courses.ts";
import { paths } from "../../shared/api/paths.ts";
import { pytorchResult } from "../../shared/assignment/homework/pytorch-results.ts";
import { BUILT_IN_PROBLEMS } from "../../shared/assignment/problems.ts";
import { splitExamples } from "../../shared/dataset/split.ts";
import { scoreAnomalies } from "../../shared/metrics/anomaly-scores.ts";
import { besidePca } from "../../shared/metrics/beside-pca.ts";
import { findSeparation } from "../../shared/metrics/separation.ts";
import { initialWeights } from "../../shared/model/initial-weights.ts";
import { decodeSafetensors } from "../../shared/model/safetensors.ts";
import { Mt19937 } from "../../shared/random/mt19937.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { testFloors } from "../../shared/training/pca-floor.ts";
import { enterAgain } from "../../worker/boards/enter-run.ts";
import { listBoards } from "../../worker/store/boards.ts";
import { type Browser, createCourse, join, signIn, startLab } from "./lab.ts";
import { digits, problem1, putRun, type RealRun, trainOnKernels, trainRun } from "./real-run.ts";

const problem3 = (changes: Partial<ExperimentSpec> = {}): ExperimentSpec => {
  const spec = BUILT_IN_PROBLEMS[2]?.sweep.spec;
  if (spec === undefined) throw new Error("problem 3 is missing");
  return { ...spec, ...changes };
};
const plain = trainRun(problem3());
const hasty = trainRun(problem3({ epochs: 5 }));
const penalised = trainOnKernels(problem3({ epochs: 20, loss: { kind: "mse", latentL1: 0.1 } }));

let course: CreatedCourse;
beforeEach(async () => {
  await startLab();
  course = await createCourse("ece-4803");
});

const send = (browser: Browser, { upload, weights }: RealRun) =>
  putRun(browser, { course: course.course, id: crypto.randomUUID(), run: upload, weights });

async function readBoard(browser: Browser, board: string): Promise<Board> {
  return Board.parse(await (await browser.send(paths.board(course.course, board))).json());
}

/** What the anomaly bench says of a run, by its own code. */
function separationOf({ upload: { spec }, weights }: RealRun) {
  const { split } = spec.dataset;
  const read = decodeSafetensors(spec.model.layers, weights);
  if (!read.ok || split.kind !== "oneDigit") throw new Error("not a run of one digit");
  return findSeparation(scoreAnomalies({ spec, weights: read.value, digits, asked: split, per: "image" }), 1);
}

describe("problem 3's board", () => {
  test("ranks by the share of other digits found at 1 % false alarms, the largest first", async () => {
    const [first, second, third] = [await join(course), await join(course), await join(course)];
    for (const [browser, run] of [
      [first, hasty],
      [second, plain],
      [third, penalised],
    ] as const)
      expect((await send(browser, run)).status).toBe(201);
    const { rule, rows, widths, width } = await readBoard(first, "problem-3");
    expect([rule.metric, widths, width]).toEqual(["tprAt1Fpr", [], null]);
    const expected = [
      { pseudonym: first.membership.member.pseudonym, value: separationOf(hasty).tprAt1Fpr.value },
      { pseudonym: second.membership.member.pseudonym, value: separationOf(plain).tprAt1Fpr.value },
      { pseudonym: third.membership.member.pseudonym, value: separationOf(penalised).tprAt1Fpr.value },
    ].toSorted((a, b) => b.value - a.value);
    expect(rows.map(({ pseudonym, value }) => ({ pseudonym, value }))).toEqual(expected);
    expect(rows.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(new Set(expected.map(({ value }) => value)).size).toBe(3);
  });

  test("has the mean image, PCA of 40 numbers and the built-in model beside the rows, without a rank", async () => {
    const student = await join(course);
    await send(student, plain);
    const { baselines, rows } = await readBoard(student, "problem-3");
    const value = (kind: string) => baselines.find((one) => one.kind === kind)?.value ?? Number.NaN;
    expect(baselines.map(({ kind, latentSize }) => [kind, latentSize])).toEqual([
      ["builtIn", 40],
      ["pca", 40],
      ["mean", 0],
    ]);
    // The built-in model is the one that the student trained.
    expect(rows[0]?.value).toBe(value("builtIn"));
    expect(rows[0]?.distance).toBeCloseTo(value("builtIn") - value("pca"), 12);
    const distances = baselines.map(({ kind, distance }) => [kind, distance]);
    expect(distances).toEqual(["builtIn", "pca", "mean"].map((kind) => [kind, value(kind) - value("pca")]));
  });

  test("takes in runs from before the Worker measured this, once its rule is saved again", async () => {
    const student = await join(course);
    await send(student, plain);
    await env.DB.batch([
      env.DB.prepare("UPDATE runs SET tpr_at_1_fpr = NULL, d_prime = NULL"),
      env.DB.prepare("DELETE FROM board_entries"),
    ]);
    const owner = await signIn(course);
    const { rule } = await readBoard(owner, "problem-3");
    for (const metric of ["dPrime", "tprAt1Fpr"] as const) {
      const { boards } = BoardList.parse(await (await owner.send(paths.boards(course.course))).json());
      const base = boards.find((one) => one.rule.id === rule.id)?.revision ?? 0;
      await owner.put(paths.board(course.course, rule.id), { base, rule: { ...rule, metric } });
      const { rows } = await readBoard(student, "problem-3");
      expect(rows.map(({ value }) => value)).toEqual([separationOf(plain)[metric].value]);
    }
  });
});

test("problem 1's board tells errors beside the floor, PCA and what PyTorch gives for the built-in model", async () => {
  const { baselines } = await readBoard(await join(course), "problem-1");
  const value = (kind: string) => baselines.find((one) => one.kind === kind)?.value;
  const spec = problem1(5);
  const { test: places } = splitExamples(spec.dataset.split, digits.labels);
  const weights = initialWeights(spec.model.layers, new Mt19937(0));
  const [beside] = besidePca({ models: [{ spec, weights }], places }, digits);
  expect(value("floor")).toBe(testFloors(spec.dataset, digits)[5]);
  expect(value("pca")).toBeCloseTo(beside?.pca?.testMse ?? Number.NaN, 10);
  expect(value("builtIn")).toBeCloseTo(pytorchResult(spec, 5)?.testMse ?? Number.NaN, 5);
});

test("a run whose upload knew the rule of before is judged by the one that there is when it is stored", async () => {
  const student = await join(course);
  await send(student, plain);
  const row = z.object({
    id: z.string(),
    member: z.string(),
    content_hash: z.string(),
    received_at: z.string(),
  });
  const stored = row.parse(await env.DB.prepare("SELECT * FROM runs").first());
  const now = await listBoards(env.DB, course.course);
  await env.DB.prepare("DELETE FROM board_entries").run();
  const before = now.map((board) => ({ ...board, revision: board.revision - 1 }));
  const { upload } = plain;
  await enterAgain(env.DB, {
    ...{ course: course.course, before, now },
    run: {
      ...{ id: stored.id, member: stored.member, spec: upload.spec, receivedAt: stored.received_at },
      ...{ contentHash: stored.content_hash, verification: { status: "scored" } as const },
      metrics: { ...upload.metrics, tprAt1Fpr: 0.5 },
    },
  });
  expect((await readBoard(student, "problem-3")).rows.map((one) => one.value)).toEqual([0.5]);
});
