import { describe, expect, test } from "vitest";
import { openKernels } from "../../../client/command/kernels-in-node.ts";
import { encodeTensors, openTensorFile, readTensor } from "../../../shared/model/tensor-file.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { listParameters } from "../../../shared/spec/parameters.ts";
import type { Checkpoint } from "../../../shared/training/checkpoint.ts";
import { decodeCheckpoint, encodeCheckpoint } from "../../../shared/training/checkpoint-file.ts";
import { trainByMoments } from "../../../shared/training/moments.ts";
import { trainMoments } from "../../../shared/training/second-moments.ts";
import { digits } from "../digits.ts";
import { readReference } from "../reference.ts";

// A pair of convolutions trains in double precision.
const { spec } = readReference("cae-20");
const checkpoint = makeCheckpoint();
const bytes = encodeCheckpoint(checkpoint);

function makeCheckpoint(): Checkpoint {
  const trainLoss: number[] = [];
  for (const epoch of trainByMoments(spec, trainMoments(spec.dataset, digits), openKernels())) {
    trainLoss.push(epoch.trainLoss);
    if (trainLoss.length < 3) continue;
    const resumed = [{ epoch: 1, engine: "moments", device: "processor", after: "stop" } as const];
    const history = { trainLoss, resumed };
    return { spec, engine: "moments", device: "processor", history, state: epoch.state() };
  }
  throw new Error("no third epoch");
}

function refusal(file: Uint8Array, of: ExperimentSpec = spec): string {
  const read = decodeCheckpoint(of, file);
  return read.ok ? "accepted" : `${read.error.path}: ${read.error.message}`;
}

/** The checkpoint with another number in what its metadata say. */
function withFacts(change: Record<string, unknown>): Uint8Array {
  const opened = openTensorFile(bytes);
  if (!opened.ok) throw new Error(opened.error.message);
  const { metadata, tensors } = opened.value;
  const facts = JSON.stringify({ ...JSON.parse(metadata.checkpoint ?? ""), ...change });
  const named = Object.entries(tensors).map(([name, { shape, dtype }]) => {
    const type = dtype === "F64" ? Float64Array : Uint32Array;
    const read = readTensor<Float64Array | Uint32Array>(opened.value, { name, shape, type });
    if (!read.ok) throw new Error(read.error.message);
    return { name, shape, values: read.value };
  });
  return encodeTensors(named, { ...metadata, checkpoint: facts });
}

test("a checkpoint comes back as it was, in double precision", () => {
  expect(decodeCheckpoint(spec, bytes)).toEqual({ ok: true, value: checkpoint });
  expect(checkpoint.state.weights.get("0.weight")).toBeInstanceOf(Float64Array);
});

test("its tensors are named by what they are and by PyTorch's names", () => {
  const opened = openTensorFile(bytes);
  expect(opened.ok && Object.keys(opened.value.tensors)).toEqual([
    "trainLoss",
    ...["weights", "firstMoments", "secondMoments"].flatMap((group) =>
      listParameters(spec.model.layers).map(({ name }) => `${group}/${name}`),
    ),
    "order",
  ]);
});

describe("a checkpoint is refused, with what was expected and what came,", () => {
  test("of another spec", () => {
    const other = { ...spec, optimizer: { ...spec.optimizer, learningRate: 0.01 } };
    expect(refusal(bytes, other)).toBe(
      "checkpoint: it is of another spec; optimizer.learningRate: expected 0.01, got 0.001",
    );
    expect(refusal(bytes, readReference("cae-1").spec)).toBe(
      "checkpoint: it is of another spec; model.layers[0].out: expected 1, got 20",
    );
  });

  test("cut off anywhere", () => {
    for (const share of [0, 0.001, 0.1, 0.5, 0.9, 0.9999]) {
      expect(refusal(bytes.subarray(0, Math.floor(bytes.length * share)))).toMatch(
        /^checkpoint.*(expected|missing).*got/,
      );
    }
  });

  test("that is something else", () => {
    expect(refusal(encodeTensors([]))).toBe(
      "checkpoint: expected a checkpoint of a run, got a safetensors file of something else",
    );
    expect(refusal(new TextEncoder().encode('{"seed": 0}'))).toMatch(
      /^checkpoint: expected a safetensors file/,
    );
  });

  test("with other names, shapes or numbers", () => {
    const { state } = checkpoint;
    const weights = new Map(state.weights);
    const spoiled = (change: Partial<Checkpoint["state"]>) =>
      refusal(encodeCheckpoint({ ...checkpoint, state: { ...state, ...change } }));
    expect(spoiled({ weights: weights.set("0.bias", new Float64Array(20).fill(Number.NaN, 7, 8)) })).toBe(
      "checkpoint.weights/0.bias[7]: expected a finite number, got NaN; a diverged run cannot be kept",
    );
    expect(spoiled({ weights: weights.set("0.bias", new Float64Array(19)) })).toMatch(
      /^checkpoint\.weights\/0\.bias: expected 160 bytes of numbers, got/,
    );
    expect(spoiled({ order: { words: new Uint32Array(3), next: 0 } })).toMatch(
      /^checkpoint\.order: expected/,
    );
    const text = new TextDecoder("latin1")
      .decode(bytes)
      .replace("secondMoments/0.bias", "secondMoments/9.bias");
    expect(refusal(Uint8Array.from(text, (character) => character.charCodeAt(0)))).toBe(
      "checkpoint.secondMoments/9.bias: unknown tensor; this model has 0.weight, 0.bias, 1.weight, 1.bias",
    );
  });

  test.each([
    [{ epoch: 51 }, "checkpoint.epoch: expected at most 50, got 51"],
    [{ step: 4 }, "checkpoint.step: expected a place in the run, got step 4, epoch 3, batch 0"],
    [{ step: 1e15, epoch: 3 }, "checkpoint.step: expected a place in the run, got step"],
    [{ batch: 1, step: 4 }, "checkpoint.step: expected a place in the run, got step 4, epoch 3, batch 1"],
    [{ version: 2 }, "checkpoint.version: expected 1, got 2"],
    [{ precision: "F32" }, "checkpoint.weights/0.weight: expected dtype F32, got F64"],
    [{ orderNext: 625 }, "checkpoint.orderNext: expected a number of at most 624, got 625"],
  ])("that says %j", (change, message) => {
    expect(refusal(withFacts(change))).toContain(message);
  });

  test("but not for what it does say", () => {
    expect(refusal(withFacts({}))).toBe("accepted");
  });
});
