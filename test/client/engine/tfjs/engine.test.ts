import { expect, test } from "vitest";
import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import type { Layer } from "../../../../shared/spec/layers.ts";
import { readReference } from "../../../shared/reference.ts";
import { countTensors, openTfjs, trainWhole } from "./train-reference.ts";

const { spec } = readReference("mlp-5");
const engine = openTfjs();
const never = new AbortController().signal;

function withLearningRate(learningRate: number): ExperimentSpec {
  return { ...spec, optimizer: { ...spec.optimizer, learningRate } };
}

test("a run tells that it started and why, every epoch from 0, and that it finished", async () => {
  const events = await trainWhole(engine, { ...spec, epochs: 3 });
  expect(events.map((event) => (event.type === "epoch" ? event.epoch : event.type))).toEqual([
    ...["started", 0, 1, 2, "finished"],
  ]);
  expect(events[0]).toEqual({ type: "started", spec: { ...spec, epochs: 3 }, ...engine.choice });
});

test.each(["mlp-5", "cae-20"])(
  "%s: the first weights on the device are PyTorch's to the last bit",
  async (name) => {
    const reference = readReference(name);
    // A step this small changes no float32 weight, so the weights after it are those before it.
    const frozen = {
      ...reference.spec,
      epochs: 1,
      optimizer: { ...reference.spec.optimizer, learningRate: 1e-30 },
    };
    const last = (await trainWhole(engine, frozen)).at(-1);
    if (last?.type !== "finished") throw new Error("not finished");
    const weights = Object.fromEntries(Array.from(last.weights, ([key, values]) => [key, [...values]]));
    expect(weights).toEqual(reference.firstWeights);
  },
);

test("snapshots are the weights after each epoch, the last one those of the finished run", async () => {
  const events = await trainWhole(engine, { ...spec, epochs: 4 }, { snapshots: true });
  const snapshots = events.flatMap((event) => (event.type === "epoch" ? [event.weights] : []));
  const last = events.at(-1);
  expect(snapshots).toHaveLength(4);
  expect(snapshots[3]).toEqual(last?.type === "finished" ? last.weights : null);
  expect(snapshots[2]).not.toEqual(snapshots[3]);
});

test("without snapshots no epoch carries weights", async () => {
  const events = await trainWhole(engine, { ...spec, epochs: 2 });
  expect(events.filter((event) => event.type === "epoch" && "weights" in event)).toEqual([]);
});

test("small batches: the epoch's loss weighs the last short batch by its length", async () => {
  const frozen = { ...withLearningRate(1e-30), epochs: 1, batchSize: 500 };
  const [, epoch] = await trainWhole(engine, frozen);
  const whole = readReference("mlp-5").trainLoss[0] ?? Number.NaN;
  expect(epoch?.type === "epoch" ? epoch.trainLoss / whole : Number.NaN).toBeCloseTo(1, 5);
});

test("a loss that is no longer finite ends the run as diverged and says what to try", async () => {
  const before = countTensors();
  const layers: Layer[] = [
    { kind: "linear", in: 64, out: 4 },
    ...Array.from({ length: 6 }, (): Layer => ({ kind: "linear", in: 4, out: 4 })),
    { kind: "linear", in: 4, out: 64 },
  ];
  const events = await trainWhole(engine, { ...withLearningRate(1e6), model: { layers, latentAfter: 0 } });
  const epochs = events.filter(({ type }) => type === "epoch").length;
  expect(epochs).toBeLessThan(spec.epochs);
  expect(events.at(-1)).toEqual({
    type: "failed",
    reason: "diverged",
    message: `Diverged at epoch ${epochs + 1}: the loss is no longer a number; try a smaller learning rate than 1000000.`,
  });
  expect(countTensors()).toBe(before);
});

test("abort ends a run without finished, and frees the device", async () => {
  const before = countTensors();
  const stopping = new AbortController();
  const types: string[] = [];
  for await (const event of engine.train(
    { ...spec, epochs: 10_000 },
    { signal: stopping.signal, snapshots: false },
  )) {
    types.push(event.type);
    if (types.length === 5) stopping.abort();
  }
  expect(types).toEqual(["started", "epoch", "epoch", "epoch", "epoch"]);
  expect(countTensors()).toBe(before);
});

test("a consumer that leaves the loop frees the device, too", async () => {
  const before = countTensors();
  for await (const event of engine.train(spec, { signal: never, snapshots: true })) {
    if (event.type === "epoch" && event.epoch === 2) break;
  }
  expect(countTensors()).toBe(before);
});

test("dropout draws the same masks from the same seed, and others from another", async () => {
  const layers = [
    { kind: "linear", in: 64, out: 5 },
    { kind: "dropout", p: 0.5 },
    { kind: "linear", in: 5, out: 64 },
  ] satisfies ExperimentSpec["model"]["layers"];
  const noisy = { ...spec, epochs: 3, model: { layers, latentAfter: 0 } };
  const losses = async (of: ExperimentSpec) =>
    (await trainWhole(engine, of)).flatMap((event) => (event.type === "epoch" ? [event.trainLoss] : []));
  const first = await losses(noisy);
  expect(await losses(noisy)).toEqual(first);
  expect(await losses({ ...noisy, seed: 1 })).not.toEqual(first);
  expect(
    await losses({
      ...noisy,
      model: { layers: layers.map((layer) => ("p" in layer ? { ...layer, p: 0 } : layer)), latentAfter: 0 },
    }),
  ).not.toEqual(first);
});

test("dropout is off where the model is scored", async () => {
  const model = (p: number): ExperimentSpec["model"] => ({
    latentAfter: 0,
    layers: [
      { kind: "linear", in: 64, out: 5 },
      { kind: "dropout", p },
      { kind: "linear", in: 5, out: 64 },
    ],
  });
  const frozen = { ...withLearningRate(1e-30), epochs: 1 };
  const metrics = async (p: number) => {
    const last = (await trainWhole(engine, { ...frozen, model: model(p) })).at(-1);
    return last?.type === "finished" ? last.metrics : null;
  };
  expect(await metrics(0.5)).toEqual(await metrics(0));
});
