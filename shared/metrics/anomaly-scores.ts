import { type Digits, PIXELS } from "../dataset/digits.ts";
import { scaleImages } from "../dataset/scaling.ts";
import { splitExamples, takeImages } from "../dataset/split.ts";
import type { Weights } from "../model/weights.ts";
import { forwardMacs } from "../spec/cost.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { layerShapes } from "../spec/shapes.ts";
import { aurocOfSorted } from "./auroc.ts";
import { makeReconstructor } from "./evaluate.ts";
import { reconstructionErrors } from "./reconstruction-error.ts";

/** What a score is of: an image (its mean square error), or one pixel of one image (its square error). */
export type ScoreUnit = "image" | "pixel";

/** How well a model's errors tell what it knows from the rest. Both sides are sorted, smallest first. */
export type AnomalyScores = {
  readonly normal: Float64Array;
  readonly anomaly: Float64Array;
  /** Of these scores, so of pixels where they are of pixels. */
  readonly auroc: number;
};

type OneDigit = Extract<ExperimentSpec["dataset"]["split"], { kind: "oneDigit" }>;

/** About 5 ms of a slow processor. */
const MACS_A_SLICE = 4_000_000;

/**
 * Scores every image in and out of a class, a slice at a time: each step is short. The class is the digit that the run was
 * trained on (of that, the held-out images where some were); for a run that was trained on all digits it is that of `asked`.
 */
export function* scoreAnomalies({
  spec,
  weights,
  digits,
  asked,
  per,
}: {
  spec: ExperimentSpec;
  weights: Weights;
  digits: Digits;
  asked: OneDigit;
  per: ScoreUnit;
}): Generator<void, AnomalyScores> {
  const { split, scaling } = spec.dataset;
  const images = scaleImages(digits, scaling);
  const { train, test, heldOut } = splitExamples(split.kind === "oneDigit" ? split : asked, digits.labels);
  const rebuild = makeReconstructor(spec.model, weights);
  const atOnce = imagesAtOnce(spec.model.layers);

  function* scoresOf(indices: Int32Array): Generator<void, Float64Array> {
    const chosen = takeImages(images, indices);
    const perImage = per === "image" ? 1 : PIXELS;
    const scores = new Float64Array(indices.length * perImage);
    for (let start = 0; start < indices.length; start += atOnce) {
      yield;
      const some = chosen.subarray(start * PIXELS, (start + atOnce) * PIXELS);
      const rebuilt = rebuild(some);
      scores.set(
        per === "image" ? reconstructionErrors(some, rebuilt) : squareErrors(some, rebuilt),
        start * perImage,
      );
    }
    yield;
    return scores.sort();
  }

  const normal = yield* scoresOf(heldOut.length === 0 ? train : heldOut);
  const anomaly = yield* scoresOf(test);
  yield;
  return { normal, anomaly, auroc: aurocOfSorted(normal, anomaly) };
}

/** (reconstruction - image)^2, a number a pixel. */
function squareErrors(images: Float32Array, rebuilt: Float64Array): Float64Array {
  return rebuilt.map((value, i) => (value - images[i]) ** 2);
}

function imagesAtOnce(layers: ExperimentSpec["model"]["layers"]): number {
  const shapes = layerShapes(layers);
  const macs = shapes.ok ? Math.max(PIXELS * PIXELS, forwardMacs(layers, shapes.value)) : MACS_A_SLICE;
  return Math.max(1, Math.floor(MACS_A_SLICE / macs));
}
