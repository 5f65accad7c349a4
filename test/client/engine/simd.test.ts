import { describe, expect, test } from "vitest";
import { openKernels } from "../../../client/command/kernels-in-node.ts";
import type { TrainingEvent } from "../../../client/engine/events.ts";
import { makeSimdEngine } from "../../../client/engine/simd.ts";
import { encodeSafetensors } from "../../../shared/model/safetensors.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { sha256Hex } from "../../../shared/spec/identity.ts";
import { digits } from "../../shared/digits.ts";
import { readReference, worstRelative } from "../../shared/reference.ts";
import { hashes } from "../../shared/training/simd-hashes.ts";

const choice = { engine: "simd", device: "processor", why: "a test" } as const;
const engine = makeSimdEngine({ choice, digits, openKernels: async () => openKernels() });

async function collect(
  spec: ExperimentSpec,
  { signal = new AbortController().signal, snapshots = false } = {},
) {
  const events: TrainingEvent[] = [];
  for await (const event of engine.train(spec, { signal, snapshots })) events.push(event);
  return events;
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
      hashes["mlp-20-batch-64"],
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
});
