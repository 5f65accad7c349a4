import { type Digits, PIXELS } from "../../../shared/dataset/digits.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { splitExamples, takeImages } from "../../../shared/dataset/split.ts";
import { makeScorer } from "../../../shared/metrics/evaluate.ts";
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
  const errors = makeScorer(spec.model, weights)(takeImages(images, from));
  const chosen = choose({ from, errors, labels: digits.labels, order }).slice(0, count);
  const examples = chosen.map(({ index, error }) => {
    const image = images.slice(index * PIXELS, (index + 1) * PIXELS);
    const { output } = forward(spec.model, weights, image);
    return { label: digits.labels[index] ?? 0, image, reconstruction: output, error };
  });
  return { examples, range: rangeOf(images) };
}

function choose({
  from,
  errors,
  labels,
  order,
}: {
  from: Int32Array;
  errors: Float64Array;
  labels: Uint8Array;
  order: StripOrder;
}): readonly { readonly index: number; readonly error: number }[] {
  const scored = Array.from(from, (index, i) => ({ index, error: errors[i] ?? 0 }));
  if (order === "best") return scored.toSorted((a, b) => a.error - b.error);
  if (order === "worst") return scored.toSorted((a, b) => b.error - a.error);
  const each = Array.from({ length: 10 }, (_, digit) => scored.find(({ index }) => labels[index] === digit));
  const rest = scored.filter((one) => !each.includes(one));
  return [...each.filter((one) => one !== undefined), ...rest];
}

/** The least and the largest pixel: what the darkest and the lightest colour stand for. */
export function rangeOf(images: Float32Array): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of images) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}
