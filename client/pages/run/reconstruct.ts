import { type Digits, PIXELS } from "../../../shared/dataset/digits.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { splitExamples, takeImages } from "../../../shared/dataset/split.ts";
import { reconstructionErrors } from "../../../shared/metrics/reconstruction-error.ts";
import { forward } from "../../../shared/model/forward.ts";
import type { Weights } from "../../../shared/model/weights.ts";
import { forwardMacs } from "../../../shared/spec/cost.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { layerShapes } from "../../../shared/spec/shapes.ts";
import type { StripExample } from "../../parts/digit-strip.tsx";

/** About 5 ms of a slow processor. */
const MACS_A_SLICE = 4_000_000;

export type Reconstruction = StripExample & { /** Its place in the test set. */ readonly place: number };

/** Runs a model on its test images, a slice at a time: each step is short, and yields how many are done so far. */
export function* reconstruct({
  spec,
  weights,
  digits,
}: {
  spec: ExperimentSpec;
  weights: Weights;
  digits: Digits;
}): Generator<{ readonly done: number; readonly of: number }, readonly Reconstruction[]> {
  const { test } = splitExamples(spec.dataset.split, digits.labels);
  const images = takeImages(scaleImages(digits, spec.dataset.scaling), test);
  const shapes = layerShapes(spec.model.layers);
  const macs = shapes.ok ? forwardMacs(spec.model.layers, shapes.value) : MACS_A_SLICE;
  const atOnce = Math.max(1, Math.floor(MACS_A_SLICE / macs));
  const examples: Reconstruction[] = [];
  for (let start = 0; start < test.length; start += atOnce) {
    const some = images.subarray(start * PIXELS, (start + atOnce) * PIXELS);
    const { output } = forward(spec.model, weights, some);
    const errors = reconstructionErrors(some, output);
    for (const [i, error] of errors.entries()) {
      const [from, to] = [i * PIXELS, (i + 1) * PIXELS];
      examples.push({
        place: start + i,
        label: digits.labels[test[start + i] ?? 0] ?? 0,
        image: some.subarray(from, to),
        reconstruction: output.subarray(from, to),
        error,
      });
    }
    yield { done: examples.length, of: test.length };
  }
  return examples;
}
