import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareWeights } from "../../../client/engine/compare-weights.ts";
import { replay, replayMs, snapshotEpochs } from "../../../client/engine/replay.ts";
import { makeTrainer, type Trainer } from "../../../client/engine/trainer.ts";
import { initialWeights } from "../../../shared/model/initial-weights.ts";
import type { Weights } from "../../../shared/model/weights.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { Layer } from "../../../shared/spec/layers.ts";
import { digits } from "../../shared/digits.ts";
import { readReference } from "../../shared/reference.ts";
import { collect, orderOf, watchThreads } from "./watched-threads.ts";

const linear = readReference("mlp-20").spec;
const relu = { ...readReference("mlp-relu").spec, epochs: 3 };
const dropping: ExperimentSpec = {
  ...relu,
  model: {
    ...relu.model,
    layers: relu.model.layers.flatMap((layer): readonly Layer[] =>
      layer.kind === "relu" ? [layer, { kind: "dropout", p: 0.2 }] : [layer],
    ),
  },
};
const { openThread, end } = watchThreads();
let trainer: Trainer;
beforeAll(() => {
  trainer = makeTrainer({ openThread, workers: 1 });
});
afterAll(async () => {
  trainer.dispose();
  await end();
});

async function replayed(spec: ExperimentSpec) {
  const { signal } = new AbortController();
  const found = await replay(trainer, { spec, digits, signal, onEpoch: () => {} });
  if (!found.ok) throw new Error(found.error.reason);
  return found.value;
}

async function lastWeights(spec: ExperimentSpec): Promise<Weights> {
  const last = (await collect(trainer.train(orderOf([spec])))).at(-1)?.event;
  if (last?.type !== "finished") throw new Error(`ended with ${last?.type}`);
  return last.weights;
}

describe("a replay", () => {
  test.each([
    ["exact moments", linear],
    ["the kernels", relu],
    ["the kernels with dropout", dropping],
  ])("ends in the weights of the run, to the last bit, on %s", async (_, spec) => {
    const snapshots = await replayed(spec);
    expect(snapshots.map(({ epoch }) => epoch)).toEqual(Array.from({ length: spec.epochs + 1 }, (_, i) => i));
    const run = await lastWeights(spec);
    expect(compareWeights(snapshots.at(-1)?.weights ?? new Map(), run)).toEqual({ status: "same" });
  });

  test("begins with the weights before training, and holds what a shorter run ends in", async () => {
    const snapshots = await replayed(linear);
    const first = initialWeights(linear.model.layers, new Mt19937(linear.seed));
    expect(snapshots[0]).toEqual({ epoch: 0, weights: first });
    expect(snapshots[7]?.weights).toEqual(await lastWeights({ ...linear, epochs: 7 }));
  });

  test("that is stopped finds nothing", async () => {
    const stopping = new AbortController();
    const onEpoch = () => stopping.abort();
    const spec = { ...relu, epochs: 400 };
    const found = await replay(trainer, { spec, digits, signal: stopping.signal, onEpoch });
    expect(found).toEqual({ ok: false, error: { reason: "stopped" } });
  });

  test("of a run that diverges says why", async () => {
    const spec = { ...relu, optimizer: { ...relu.optimizer, learningRate: 1e6 }, epochs: 200 };
    const found = await replay(trainer, {
      spec,
      digits,
      signal: new AbortController().signal,
      onEpoch: () => {},
    });
    expect(found).toMatchObject({ ok: false, error: { reason: "failed" } });
  });
});

describe("snapshots", () => {
  test("are of all epochs of a short run, and of 60 spread evenly over a long one", () => {
    expect(snapshotEpochs({ ...linear, epochs: 60 })).toEqual(Array.from({ length: 61 }, (_, i) => i));
    const epochs = snapshotEpochs({ ...linear, epochs: 6_000 });
    expect(epochs).toEqual(Array.from({ length: 61 }, (_, i) => 100 * i));
    expect(snapshotEpochs({ ...linear, epochs: 1 })).toEqual([0, 1]);
  });

  test("are fewer of a large model, but always the first and the last", () => {
    const [from, to] = [
      { kind: "linear" as const, in: 64, out: 3_800 },
      { kind: "linear" as const, in: 3_800, out: 64 },
    ];
    const epochs = snapshotEpochs({ ...linear, model: { ...linear.model, layers: [from, to] }, epochs: 50 });
    expect(epochs.length).toBeLessThan(17);
    expect([epochs[0], epochs.at(-1)]).toEqual([0, 50]);
  });

  test("of the homework's runs are found unasked, those of a long run are not", () => {
    expect(replayMs(readReference("mlp-200").spec)).toBeLessThan(500);
    expect(replayMs({ ...readReference("cae-mixed").spec, epochs: 10_000 })).toBeGreaterThan(2_000);
  });
});

describe("weights", () => {
  const weights = (...values: number[]): Weights => new Map([["0.weight", Float32Array.from(values)]]);
  test("that differ as engines do are close, others are not, and the difference is said", () => {
    expect(compareWeights(weights(1, -4), weights(1, -4))).toEqual({ status: "same" });
    expect(compareWeights(weights(1.00390625, -4), weights(1, -4))).toEqual({
      status: "close",
      difference: 0.00390625 / 4,
    });
    expect(compareWeights(weights(2, -4), weights(1, -4))).toEqual({ status: "other", difference: 0.25 });
  });

  test("of another model are not close", () => {
    expect(compareWeights(new Map(), weights(1))).toEqual({
      status: "other",
      difference: Number.POSITIVE_INFINITY,
    });
  });
});
