import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { CreatedCourse } from "../../shared/api/courses.ts";
import { paths } from "../../shared/api/paths.ts";
import { RunList, StoredRun } from "../../shared/api/runs.ts";
import { readExamples } from "../../shared/dataset/examples.ts";
import { encodeSafetensors } from "../../shared/model/safetensors.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { sha256Hex } from "../../shared/spec/identity.ts";
import { listParameters, volume } from "../../shared/spec/parameters.ts";
import { pcaFloors } from "../../shared/training/pca-floor.ts";
import { type Browser, countStored, createCourse, join, makeBrowser, refusal, startLab } from "./lab.ts";
import { digits, problem1, putRun, type RealRun, trainOnKernels, trainRun } from "./real-run.ts";

const trained = trainRun(problem1(5));
const id = "0b6f3a1e-52a4-4f0e-9c0b-1f6a7e0f9a11";

let course: CreatedCourse;
let student: Browser;
beforeEach(async () => {
  await startLab();
  course = await createCourse("ece-4803");
  student = await join(course);
});

function put(changes: { run?: unknown; weights?: Uint8Array; id?: string; browser?: Browser } = {}) {
  const { run = trained.upload, weights = trained.weights, browser = student } = changes;
  return putRun(browser, { course: course.course, id: changes.id ?? id, run, weights });
}

describe("a run that was really trained", () => {
  test("is stored, reproduced from its seed, and gets a run link", async () => {
    const answer = await put();
    expect(answer.status).toBe(201);
    const stored = StoredRun.parse(await answer.json());
    expect(stored.verification).toEqual({ status: "reproduced" });
    expect(stored.runLink).toMatch(/^[\w-]{22}$/);
  });

  test("leaves one row, one spec and its bytes under their SHA-256", async () => {
    await put();
    expect(await countStored()).toEqual({ runs: 1, specs: 3, keys: 2 });
    const bytes = await env.BYTES.get(sha256Hex(trained.weights), "arrayBuffer");
    expect(new Uint8Array(bytes ?? new ArrayBuffer(0))).toEqual(trained.weights);
  });

  test("sent twice is stored once, with the same answer", async () => {
    const first = await (await put()).json();
    const second = await put();
    expect(second.status).toBe(200);
    expect(await second.json()).toEqual(first);
    expect((await countStored()).runs).toBe(1);
  });

  test("sent five times at once is stored once, and every answer has the same link", async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => put()));
    const links = await Promise.all(
      answers.map(async (answer) => StoredRun.parse(await answer.json()).runLink),
    );
    expect(new Set(links).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await countStored()).runs).toBe(1);
  });

  test("trained on a GPU, whose last bits differ, is scored", async () => {
    const weights = trained.weights.slice();
    weights[weights.length - 4] = (weights[weights.length - 4] ?? 0) ^ 1;
    const answer = StoredRun.parse(await (await put({ weights })).json());
    expect(answer.verification).toEqual({ status: "scored" });
  });

  test("by the kernels, of any layers, is reproduced too", async () => {
    const spec: ExperimentSpec = {
      ...problem1(5, { epochs: 3, batchSize: 300 }),
      model: {
        layers: [
          { kind: "conv2d", in: 1, out: 4, kernel: 3, padding: 1 },
          { kind: "tanh" },
          { kind: "conv2d", in: 4, out: 1, kernel: 3, padding: 1 },
        ],
        latentAfter: 1,
      },
    };
    const run = trainOnKernels(spec);
    const answer = await put({ run: run.upload, weights: run.weights });
    expect(StoredRun.parse(await answer.json()).verification).toEqual({ status: "reproduced" });
    const gpu = await put({
      run: { ...run.upload, engine: "tfjs" },
      weights: run.weights,
      id: crypto.randomUUID(),
    });
    expect(StoredRun.parse(await gpu.json()).verification).toEqual({ status: "scored" });
  });

  test("with bytes that a stored run names already is not written to KV again", async () => {
    await put();
    // KV takes one write a second for a key: with the key gone, a second write would show.
    await env.BYTES.delete(sha256Hex(trained.weights));
    const other = await join(course);
    expect((await put({ browser: other, id: crypto.randomUUID() })).status).toBe(201);
    expect(await countStored()).toEqual({ runs: 2, specs: 3, keys: 1 });
  });

  test("is kept when its claim is wrong, rejected with both numbers", async () => {
    const metrics = { ...trained.upload.metrics, testMse: trained.upload.metrics.testMse * 0.99 };
    const answer = await put({ run: { ...trained.upload, metrics } });
    expect(answer.status).toBe(201);
    const { verification } = StoredRun.parse(await answer.json());
    expect(verification).toMatchObject({ status: "rejected" });
    expect(verification.status === "rejected" && verification.reason).toMatch(
      /^testMse: you sent 0\.\d+, the server computed 0\.\d+ from your weights$/,
    );
  });

  test("may claim a metric off by less than a thousandth", async () => {
    const metrics = { ...trained.upload.metrics, testMse: trained.upload.metrics.testMse * 1.0009 };
    const answer = StoredRun.parse(await (await put({ run: { ...trained.upload, metrics } })).json());
    expect(answer.verification).toEqual({ status: "reproduced" });
  });
});

describe("a test error below the PCA floor", () => {
  const claimed = (testMse: number, run: RealRun = trained) => ({
    run: { ...run.upload, metrics: { ...run.upload.metrics, testMse } },
    weights: run.weights,
  });
  const floorWords = "the PCA floor: no linear model through 5 numbers has less on these test images";

  test("of a linear model is refused with the floor and both numbers, and nothing is stored", async () => {
    const before = await countStored();
    const refused = await refusal(await put(claimed(0.2)));
    expect(refused).toMatchObject({ status: 400, field: "metrics.testMse" });
    expect(refused.message).toContain(floorWords);
    const [, floor] = /expected at least (0\.\d+)/.exec(refused.message) ?? [];
    const { test: images } = readExamples(trained.upload.spec.dataset, digits);
    expect(Number(floor)).toBeCloseTo(pcaFloors(images)[5] ?? 0, 6);
    expect(refused.message).toContain(`your weights give ${trained.upload.metrics.testMse.toPrecision(6)}`);
    expect(await countStored()).toEqual(before);
  });

  test("counts for the narrowest place of any chain of linear layers, and on the images of any split", async () => {
    const layers = [
      { kind: "linear", in: 64, out: 40 },
      { kind: "linear", in: 40, out: 5 },
      { kind: "linear", in: 5, out: 64 },
    ] as const;
    const spec = problem1(5, { epochs: 2 });
    const deep = trainRun({ ...spec, model: { layers: [...layers], latentAfter: 0 } });
    expect((await put(claimed(0.2, deep))).status).toBe(400);
    const dataset = { ...spec.dataset, split: { kind: "oneDigit", digit: 2 } } as const;
    const refused = await refusal(await put(claimed(0.2, trainRun(problem1(5, { epochs: 2, dataset })))));
    expect(refused.message).toContain(floorWords);
  });

  test("just at the floor is possible: a wrong claim of it is rejected as any other", async () => {
    const { test: images } = readExamples(trained.upload.spec.dataset, digits);
    const answer = StoredRun.parse(await (await put(claimed(pcaFloors(images)[5] ?? 0))).json());
    expect(answer.verification).toMatchObject({ status: "rejected" });
  });

  test("of a model that is not linear is rejected, for the floor does not bind it", async () => {
    const spec = problem1(5, { epochs: 2 });
    const [encoder, decoder] = spec.model.layers;
    if (encoder === undefined || decoder === undefined) throw new Error("problem 1 has two layers");
    const run = trainOnKernels({
      ...spec,
      model: { layers: [encoder, { kind: "relu" }, decoder], latentAfter: 1 },
    });
    const answer = StoredRun.parse(await (await put(claimed(0.2, run))).json());
    expect(answer.verification).toMatchObject({ status: "rejected" });
  });
});

describe("a bad upload is refused with what helps, and nothing is stored:", () => {
  const layer = (index: number, change: object) => ({
    ...trained.upload,
    spec: {
      ...trained.upload.spec,
      model: {
        ...trained.upload.spec.model,
        layers: trained.upload.spec.model.layers.map((one, i) => (i === index ? { ...one, ...change } : one)),
      },
    },
  });
  const text = JSON.stringify(trained.upload);
  const withTestMse = (value: string) => text.replace(/"testMse":[\d.]+/, `"testMse":${value}`);

  test.each([
    [
      "an unknown layer",
      layer(1, { kind: "dense" }),
      400,
      "spec.model.layers[1].kind",
      'unknown kind "dense"',
    ],
    [
      "shapes that do not meet",
      layer(1, { in: 6 }),
      400,
      "spec.model.layers[1]",
      "linear needs 6 numbers, got 5",
    ],
    [
      "epochs 0",
      { ...trained.upload, spec: { ...trained.upload.spec, epochs: 0 } },
      400,
      "spec.epochs",
      "at least 1, got 0",
    ],
    ["1e999 in the metrics", withTestMse("1e999"), 400, "metrics.testMse", "expected a number, got Infinity"],
    ["null in the metrics", withTestMse("null"), 400, "metrics.testMse", "expected a number, got null"],
    ["NaN in the metrics", withTestMse("NaN"), 400, undefined, "numbers in it that are finite"],
    ["a negative error", withTestMse("-1"), 400, "metrics.testMse", "at least 0, got -1"],
    [
      "a history of another length",
      { ...trained.upload, history: { trainLoss: [1] } },
      400,
      "history.trainLoss",
      "each of the 50 epochs, got 1",
    ],
    [
      "an auroc where there are no anomalies",
      { ...trained.upload, metrics: { ...trained.upload.metrics, auroc: 1 } },
      400,
      "metrics.auroc",
      "oneDigit split",
    ],
    ["an unknown engine", { ...trained.upload, engine: "abacus" }, 400, "engine", 'got "abacus"'],
    ["a field too many", { ...trained.upload, grade: 100 }, 400, "grade", "unknown field"],
    ["no JSON", "{", 400, undefined, "expected JSON"],
  ])("%s", async (_, run, status, field, message) => {
    const before = await countStored();
    const refused = await refusal(await put({ run }));
    expect(refused).toMatchObject({ status, field });
    expect(refused.message).toContain(message);
    expect(await countStored()).toEqual(before);
  });

  test.each([
    ["of the wrong length", trained.weights.slice(0, -4), "weights hold 708 numbers, this model needs 709"],
    [
      "that are not finite",
      trained.weights.map((byte, i) => (i >= trained.weights.length - 4 ? 0xff : byte)),
      "expected a finite number, got NaN",
    ],
    ["that are no safetensors", new Uint8Array(10), "expected a safetensors file"],
  ])("weights %s", async (_, weights, message) => {
    const refused = await refusal(await put({ weights }));
    expect(refused.status).toBe(400);
    expect(refused.message).toContain(message);
    expect(await countStored()).toEqual({ runs: 0, specs: 3, keys: 0 });
  });

  test("weights so large that the errors are no numbers", async () => {
    const one = { kind: "linear" as const, in: 1, out: 1 };
    const layers = [{ ...one, in: 64 }, one, one, one, one, one, { ...one, out: 64 }];
    const run = { ...trained.upload, spec: { ...trained.upload.spec, model: { layers, latentAfter: 0 } } };
    const huge = listParameters(layers).map(
      ({ name, shape }) => [name, new Float32Array(volume(shape)).fill(3e38)] as const,
    );
    const refused = await refusal(await put({ run, weights: encodeSafetensors(layers, new Map(huge)) }));
    expect(refused).toMatchObject({ status: 400, field: "weights" });
    expect(refused.message).toContain("a diverged run cannot be kept");
    expect(await countStored()).toEqual({ runs: 0, specs: 3, keys: 0 });
  });

  test("the same id with other bytes", async () => {
    await put();
    const before = await countStored();
    const other = trainRun(problem1(5, { seed: 1 }));
    const refused = await refusal(await put({ run: other.upload, weights: other.weights }));
    expect(refused).toMatchObject({ status: 409, field: "id" });
    expect(refused.message).toContain("send this one under a new id");
    expect(await countStored()).toEqual(before);
  });

  test("the id of another member's run", async () => {
    await put();
    expect((await put({ browser: await join(course) })).status).toBe(409);
    expect((await countStored()).runs).toBe(1);
  });

  test("a body of 10 MB, with its length told and without", async () => {
    const large = await refusal(await put({ weights: new Uint8Array(10_000_000) }));
    expect(large.status).toBe(413);
    expect(large.message).toContain("expected a run of at most");
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    const endless = await student.send(paths.run(course.course, id), {
      method: "PUT",
      body: stream,
      headers: { "Content-Type": "multipart/form-data; boundary=x" },
    });
    expect(endless.status).toBe(413);
    expect(await countStored()).toEqual({ runs: 0, specs: 3, keys: 0 });
  });

  test("an id that is no UUID", async () => {
    expect(await refusal(await put({ id: "run-1" }))).toMatchObject({ status: 400, field: "id" });
  });

  test("something that is not multipart", async () => {
    const answer = await student.send(paths.run(course.course, id), { method: "PUT", body: "{}" });
    expect((await refusal(answer)).status).toBe(415);
  });

  test("a run from a browser that is no member", async () => {
    expect((await refusal(await put({ browser: makeBrowser() }))).status).toBe(401);
    const stranger = await join(await createCourse("other"));
    expect((await refusal(await put({ browser: stranger }))).status).toBe(401);
    expect((await countStored()).runs).toBe(0);
  });

  test("a run that another site makes the browser send", async () => {
    const answer = await student.send(paths.run(course.course, id), {
      method: "PUT",
      body: new FormData(),
      headers: { Origin: "https://elsewhere.test" },
    });
    expect((await refusal(answer)).status).toBe(403);
  });
});

test("the list of runs is a student's own, newest first", async () => {
  await put();
  const second = trainRun(problem1(20));
  await put({ id: crypto.randomUUID(), run: second.upload, weights: second.weights });
  await put({ browser: await join(course), id: crypto.randomUUID() });
  const { runs, more } = RunList.parse(await (await student.send(paths.runs(course.course))).json());
  expect(runs.map(({ width, problem }) => [problem, width])).toEqual([
    ["problem-1", 20],
    ["problem-1", 5],
  ]);
  expect(more).toBe(false);
});
