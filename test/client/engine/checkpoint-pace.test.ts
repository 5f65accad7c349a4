import { expect, test } from "vitest";
import { makeCheckpointPace } from "../../../client/engine/checkpoint-pace.ts";
import type { Checkpoint } from "../../../shared/training/checkpoint.ts";
import type { TrainingState } from "../../../shared/training/training-state.ts";
import { readReference } from "../../shared/reference.ts";

const run: Omit<Checkpoint, "state"> = {
  spec: readReference("mlp-5").spec,
  engine: "simd",
  device: "processor",
  history: { trainLoss: [1] },
};
const order = { words: new Uint32Array(624), next: 0 };
const place = { epoch: 1, batch: 0, step: 1, lossSum: 0, order, masks: null };

function stateOf(value: number): TrainingState {
  const tensors = new Map([["0.weight", Float32Array.of(0, value)]]);
  return { ...place, weights: tensors, firstMoments: tensors, secondMoments: tensors };
}

/** A clock that the test sets. */
function openPace() {
  const clock = { ms: 0 };
  return { clock, pace: makeCheckpointPace(500, () => clock.ms) };
}

test("a checkpoint is due after the time that was asked for", () => {
  const { clock, pace } = openPace();
  clock.ms = 499;
  expect(pace.isDue()).toBe(false);
  clock.ms = 500;
  expect(pace.isDue()).toBe(true);
  pace.take(run, () => stateOf(1));
  expect(pace.isDue()).toBe(false);
});

test("one that takes long is taken less often: two parts in a hundred of the time", () => {
  const { clock, pace } = openPace();
  pace.take(run, () => {
    clock.ms += 40;
    return stateOf(1);
  });
  clock.ms = 40 + 1_999;
  expect(pace.isDue()).toBe(false);
  clock.ms = 40 + 2_000;
  expect(pace.isDue()).toBe(true);
});

test("numbers that are not finite make no checkpoint", () => {
  const { pace } = openPace();
  expect(pace.take(run, () => stateOf(Number.NaN))).toBeNull();
  expect(pace.take(run, () => stateOf(Number.POSITIVE_INFINITY))).toBeNull();
  expect(pace.take(run, () => stateOf(1))?.history).toEqual({ trainLoss: [1] });
});

test("the losses of a checkpoint are those of its time", () => {
  const { pace } = openPace();
  const trainLoss = [1];
  const checkpoint = pace.take({ ...run, history: { trainLoss } }, () => stateOf(1));
  trainLoss.push(2);
  expect(checkpoint?.history.trainLoss).toEqual([1]);
});
