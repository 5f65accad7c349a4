import { Mt19937 } from "../random/mt19937.ts";
import { permutation } from "../random/numpy.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { PIXELS } from "./digits.ts";

/** Which examples are which, as indices into the data set, in the order in which PyTorch sees them. */
export type SplitIndices = {
  readonly train: Int32Array;
  readonly test: Int32Array;
  /** Of the trained digit, kept from training and scored as normal; empty without `heldOutFraction`. */
  readonly heldOut: Int32Array;
};

/** A pure function of the spec: `random` is sklearn's train_test_split, `oneDigit` keeps the data's order. */
export function splitExamples(split: ExperimentSpec["dataset"]["split"], labels: Uint8Array): SplitIndices {
  const all = Int32Array.from(labels, (_, i) => i);
  if (split.kind === "random") {
    const { train, test } = trainTestSplit(all, split.testFraction, split.seed);
    return { train, test, heldOut: new Int32Array(0) };
  }
  const inside = all.filter((i) => labels[i] === split.digit);
  const test = all.filter((i) => labels[i] !== split.digit);
  if (split.heldOutFraction === undefined) return { train: inside, test, heldOut: new Int32Array(0) };
  const kept = trainTestSplit(inside, split.heldOutFraction, split.seed ?? 0);
  return { train: kept.train, test, heldOut: kept.test };
}

/**
 * sklearn's `train_test_split(items, test_size=testFraction, random_state=seed)`: ceil(n * testFraction) test
 * items come first in NumPy's permutation, the rest is train (sklearn/model_selection/_split.py, ShuffleSplit).
 */
function trainTestSplit(items: Int32Array, testFraction: number, seed: number) {
  const order = permutation(new Mt19937(seed), items.length).map((i) => items[i]);
  const testCount = Math.ceil(items.length * testFraction);
  return { test: order.slice(0, testCount), train: order.slice(testCount) };
}

/** The images at `indices`, copied in that order: [n * 64]. */
export function takeImages(images: Float32Array, indices: Int32Array): Float32Array {
  const taken = new Float32Array(indices.length * PIXELS);
  for (let row = 0; row < indices.length; row++) {
    const start = indices[row] * PIXELS;
    taken.set(images.subarray(start, start + PIXELS), row * PIXELS);
  }
  return taken;
}
