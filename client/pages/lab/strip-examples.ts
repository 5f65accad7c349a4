import { type Digits, PIXELS } from "../../../shared/dataset/digits.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { splitExamples, takeImages } from "../../../shared/dataset/split.ts";
import { makeScorer } from "../../../shared/metrics/evaluate.ts";
import { reconstructionErrors } from "../../../shared/metrics/reconstruction-error.ts";
import { forward } from "../../../shared/model/forward.ts";
import type { Weights } from "../../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { StripExample } from "../../parts/digit-strip.tsx";

/** Which examples a strip shows: the first of each digit, or those with the least or largest error. */
export type StripOrder = "each digit" | "best" | "worst";

/** Up to `count` test examples (and, where one digit was trained on, examples of that digit) with their reconstructions, and the range of values that images of this scaling have. */
export function buildStrip({
  spec,
  weights,
  digits,
  order,
  count,
}: {
  spec: ExperimentSpec;
  weights: Weights;
  digits: Digits;
  order: StripOrder;
  count: number;
}): { readonly examples: readonly StripExample[]; readonly range: readonly [number, number] } {
  const images = scaleImages(digits, spec.dataset.scaling);
  const { test, train, heldOut } = splitExamples(spec.dataset.split, digits.labels);
  const known = heldOut.length === 0 ? train : heldOut;
  const from = spec.dataset.split.kind === "random" ? test : Int32Array.of(...known, ...test);
  const chosen =
    order === "each digit"
      ? firstOfEach(from, digits.labels)
      : byError(from, makeScorer(spec.model, weights)(takeImages(images, from)), order);
  const indices = Int32Array.from(chosen.slice(0, count));
  const shown = takeImages(images, indices);
  const { output } = forward(spec.model, weights, shown);
  const errors = reconstructionErrors(shown, output);
  const examples = Array.from(indices, (index, i) => ({
    label: digits.labels[index] ?? 0,
    image: shown.slice(i * PIXELS, (i + 1) * PIXELS),
    reconstruction: output.slice(i * PIXELS, (i + 1) * PIXELS),
    error: errors[i] ?? 0,
  }));
  return { examples, range: rangeOf(images) };
}

/** The first example of each digit, then the others. */
function firstOfEach(from: Int32Array, labels: Uint8Array): readonly number[] {
  const each = Array.from({ length: 10 }, (_, digit) => from.find((index) => labels[index] === digit));
  const first = each.filter((index) => index !== undefined);
  return [...first, ...from.filter((index) => !first.includes(index))];
}

function byError(from: Int32Array, errors: Float64Array, order: "best" | "worst"): readonly number[] {
  const sign = order === "best" ? 1 : -1;
  const scored = Array.from(from, (index, i) => ({ index, error: errors[i] ?? 0 }));
  return scored.toSorted((a, b) => sign * (a.error - b.error)).map(({ index }) => index);
}

const ranges = new WeakMap<Float32Array, readonly [number, number]>();

/** The least and the largest pixel: what the darkest and the lightest colour stand for. Found once for the same images. */
export function rangeOf(images: Float32Array): readonly [number, number] {
  const known = ranges.get(images);
  if (known !== undefined) return known;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of images) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  ranges.set(images, [low, high]);
  return [low, high];
}
