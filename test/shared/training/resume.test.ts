import { describe, expect, test } from "vitest";
import { openKernels } from "../../../client/command/kernels-in-node.ts";
import type { EngineName } from "../../../shared/api/runs.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { splitExamples, takeImages } from "../../../shared/dataset/split.ts";
import type { Weights } from "../../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { decodeCheckpoint, encodeCheckpoint } from "../../../shared/training/checkpoint-file.ts";
import { trainByMoments } from "../../../shared/training/moments.ts";
import { trainMoments } from "../../../shared/training/second-moments.ts";
import { trainBySimd } from "../../../shared/training/simd/train.ts";
import type { TrainingState } from "../../../shared/training/training-state.ts";
import { digits } from "../digits.ts";
import { readReference } from "../reference.ts";

function take(spec: ExperimentSpec, engine: EngineName, from: TrainingState | null) {
  if (engine === "moments")
    return trainByMoments(spec, trainMoments(spec.dataset, digits), openKernels(), from);
  const { train } = splitExamples(spec.dataset.split, digits.labels);
  const images = takeImages(scaleImages(digits, spec.dataset.scaling), train);
  return trainBySimd(spec, images, openKernels(), from);
}

type Trained = { readonly trainLoss: readonly number[]; readonly weights: Weights };

/** Trains to the end, or for `steps` steps and then, through the bytes of a checkpoint and in a new memory, to the end. */
function train(spec: ExperimentSpec, engine: EngineName, steps: number = Number.POSITIVE_INFINITY): Trained {
  const trainLoss: number[] = [];
  let done = 0;
  let weights: Weights = new Map();
  for (const step of take(spec, engine, null)) {
    if (step.trainLoss !== null) trainLoss.push(step.trainLoss);
    weights = step.weights();
    if (++done < steps) continue;
    const state = reopened(spec, engine, { history: { trainLoss }, state: step.state() });
    for (const next of take(spec, engine, state)) {
      if (next.trainLoss !== null) trainLoss.push(next.trainLoss);
      weights = next.weights();
    }
    break;
  }
  return { trainLoss, weights };
}

function reopened(
  spec: ExperimentSpec,
  engine: EngineName,
  rest: { history: { trainLoss: number[] }; state: TrainingState },
): TrainingState {
  const bytes = encodeCheckpoint({ spec, engine, device: "processor", ...rest });
  const read = decodeCheckpoint(spec, bytes);
  if (!read.ok) throw new Error(`${read.error.path}: ${read.error.message}`);
  return read.value.state;
}

const small: ExperimentSpec = { ...readReference("mlp-20-batch-64").spec, epochs: 3 };
const dropped: ExperimentSpec = {
  ...small,
  model: {
    latentAfter: 0,
    layers: [
      { kind: "linear", in: 64, out: 12 },
      { kind: "dropout", p: 0.3 },
      { kind: "linear", in: 12, out: 64 },
    ],
  },
};

describe("a run that was stopped and resumed ends with the bits of one that never stopped:", () => {
  test.each([
    // 15 batches an epoch: in the first epoch, at its end, one into the next, in the middle, one before the very end.
    ["simd, small batches", "simd", small, [1, 7, 15, 16, 31, 44]],
    ["simd, dropout", "simd", dropped, [1, 15, 22]],
    ["simd, a convolution", "simd", { ...readReference("cae-relu").spec, epochs: 4 }, [1, 2, 3]],
    ["moments, linear layers", "moments", readReference("mlp-20-decay").spec, [1, 17, 49]],
    ["moments, two convolutions", "moments", readReference("cae-20").spec, [1, 25, 49]],
  ] as const)("%s", (_, engine, spec, places) => {
    const whole = train(spec, engine);
    expect(whole.trainLoss).toHaveLength(spec.epochs);
    for (const steps of places) expect(train(spec, engine, steps), `after ${steps} steps`).toEqual(whole);
  });
});

test("a state of the other engine goes on as near as float32 is", () => {
  const { spec } = readReference("mlp-20");
  const whole = train(spec, "simd");
  const states = [...take(spec, "moments", null)].length;
  expect(states).toBe(spec.epochs);
  let half: TrainingState | null = null;
  for (const step of take(spec, "moments", null)) {
    if (step.epoch < 24) continue;
    half = step.state();
    break;
  }
  const rest = Array.from(take(spec, "simd", half), ({ trainLoss }) => trainLoss ?? Number.NaN);
  expect(rest).toHaveLength(25);
  for (const [i, loss] of rest.entries()) {
    expect(Math.abs(loss / (whole.trainLoss[25 + i] ?? Number.NaN) - 1)).toBeLessThan(1e-5);
  }
});
