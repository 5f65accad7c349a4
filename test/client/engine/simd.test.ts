import { describe, expect, test } from "vitest";
import { openKernels } from "../../../client/command/kernels-in-node.ts";
import type { TrainingEvent, TrainingOptions } from "../../../client/engine/events.ts";
import { makeSimdEngine } from "../../../client/engine/simd.ts";
import { encodeSafetensors } from "../../../shared/model/safetensors.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { sha256Hex } from "../../../shared/spec/identity.ts";
import type { Checkpoint } from "../../../shared/training/checkpoint.ts";
import { digits } from "../../shared/digits.ts";
import { readReference, worstRelative } from "../../shared/reference.ts";
import { simdHashes } from "../../shared/training/pinned-hashes.ts";

const choice = { engine: "simd", device: "processor", why: "a test" } as const;
const engine = makeSimdEngine({ choice, digits, openKernels: async () => openKernels() });

async function collect(spec: ExperimentSpec, options: Partial<TrainingOptions> = {}) {
  const events: TrainingEvent[] = [];
  const { signal } = new AbortController();
  for await (const event of engine.train(spec, { signal, snapshots: false, ...options })) events.push(event);
  return events;
}

/** Trains until the first epochs are told, and gives the place where it was stopped. */
async function stopAfter(spec: ExperimentSpec, epochs: number): Promise<Checkpoint> {
  const stopping = new AbortController();
  const { signal } = stopping;
  for await (const event of engine.train(spec, {
    signal,
    snapshots: false,
    checkpoints: { everyMs: 500, ofEnd: true },
  })) {
    if (event.type === "epoch" && event.epoch === epochs - 1) stopping.abort();
    if (event.type === "checkpoint") return event.checkpoint;
  }
  throw new Error("no checkpoint");
}

describe("the simd engine", () => {
  test("starts, tells every epoch with PyTorch's loss, and finishes with metrics and the pinned weights", async () => {
    const { spec, trainLoss } = readReference("mlp-20-batch-64");
    const events = await collect(spec);
    const last = events.at(-1);
    expect(events[0]).toEqual({ type: "started", spec, ...choice });
    expect(events).toHaveLength(spec.epochs + 2);
    expect(last?.type === "finished" && worstRelative(last.history.trainLoss, trainLoss)).toBeLessThan(1e-6);
    expect(last?.type === "finished" && sha256Hex(encodeSafetensors(spec.model.layers, last.weights))).toBe(
      simdHashes["mlp-20-batch-64"],
    );
  });

  test("gives a run the same weights after another one used its memory", async () => {
    const { spec } = readReference("mlp-20-batch-64");
    await collect({ ...readReference("cae-relu").spec, epochs: 1 });
    const last = (await collect(spec)).at(-1);
    expect(last?.type === "finished" && sha256Hex(encodeSafetensors(spec.model.layers, last.weights))).toBe(
      simdHashes["mlp-20-batch-64"],
    );
  });

  test("brings the weights after every epoch where snapshots are asked for", async () => {
    const events = await collect({ ...readReference("mlp-relu").spec, epochs: 2 }, { snapshots: true });
    const [, first, second, last] = events;
    expect(first?.type === "epoch" && first.weights?.get("0.bias")).toBeInstanceOf(Float32Array);
    expect(second?.type === "epoch" && second.weights).toEqual(last?.type === "finished" && last.weights);
  });

  test("ends without finishing when it is stopped", async () => {
    const stopping = new AbortController();
    const events: TrainingEvent[] = [];
    for await (const event of engine.train(readReference("mlp-relu").spec, {
      signal: stopping.signal,
      snapshots: false,
    })) {
      events.push(event);
      if (event.type === "epoch" && event.epoch === 2) stopping.abort();
    }
    expect(events.map(({ type }) => type)).toEqual(["started", "epoch", "epoch", "epoch"]);
  });

  test("tells a run that diverged by its epoch and what to try", async () => {
    const { spec } = readReference("mlp-relu");
    const events = await collect({ ...spec, optimizer: { ...spec.optimizer, learningRate: 1e6 } });
    expect(events.at(-1)).toMatchObject({
      type: "failed",
      reason: "diverged",
      message: expect.stringMatching(/^Diverged at epoch \d+: .*smaller learning rate than 1000000\.$/),
    });
  });

  test("goes on where it was stopped, tells the place, and ends with the weights of a run that never stopped", async () => {
    const { spec, trainLoss } = readReference("mlp-20-batch-64");
    const checkpoint = await stopAfter(spec, 4);
    expect(checkpoint).toMatchObject({ spec, engine: "simd", history: { trainLoss: { length: 4 } } });
    const events = await collect(spec, { from: { checkpoint, after: "stop" } });
    const resumed = [{ epoch: 4, engine: "simd", device: "processor", after: "stop" }];
    const [first, second] = events;
    const last = events.at(-1);
    expect(first).toEqual({
      type: "resumed",
      spec,
      ...choice,
      history: { trainLoss: checkpoint.history.trainLoss, resumed },
    });
    expect(second).toMatchObject({ type: "epoch", epoch: 4 });
    if (last?.type !== "finished") throw new Error("not finished");
    expect(last.history.resumed).toEqual(resumed);
    expect(worstRelative(last.history.trainLoss, trainLoss)).toBeLessThan(1e-6);
    expect(sha256Hex(encodeSafetensors(spec.model.layers, last.weights))).toBe(simdHashes["mlp-20-batch-64"]);
  });

  test("keeps its end as a checkpoint where it is asked to, and finishes at once from there", async () => {
    const { spec } = readReference("mlp-relu");
    const short = { ...spec, epochs: 2 };
    const events = await collect(short, { checkpoints: { everyMs: 500, ofEnd: true } });
    expect(events.map(({ type }) => type)).toEqual(["started", "epoch", "epoch", "checkpoint", "finished"]);
    const [, , , kept, finished] = events;
    if (kept?.type !== "checkpoint" || finished?.type !== "finished") throw new Error("not kept");
    const again = await collect(short, { from: { checkpoint: kept.checkpoint, after: "stop" } });
    expect(again.map(({ type }) => type)).toEqual(["resumed", "finished"]);
    expect(again[1]).toMatchObject({ weights: finished.weights, metrics: finished.metrics });
  });

  test("gives no weights that are not finite", async () => {
    const { spec } = readReference("mlp-relu");
    const wild = { ...spec, optimizer: { ...spec.optimizer, learningRate: 1e38 } };
    const events = await collect(wild, { snapshots: true, checkpoints: { everyMs: 500, ofEnd: true } });
    expect(events.at(-1)).toMatchObject({ type: "failed", reason: "diverged" });
    const given = events.flatMap((event) => (event.type === "epoch" && event.weights ? [event.weights] : []));
    for (const weights of given) {
      for (const values of weights.values()) expect(values.every(Number.isFinite)).toBe(true);
    }
    expect(events.filter(({ type }) => type === "checkpoint")).toEqual([]);
    expect(given.length).toBeLessThan(events.filter(({ type }) => type === "epoch").length);
  });
});
