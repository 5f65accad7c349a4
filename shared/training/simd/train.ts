import { PIXELS } from "../../dataset/digits.ts";
import type { Kernels } from "../../kernels/kernels.ts";
import { initialWeights } from "../../model/initial-weights.ts";
import type { Weights } from "../../model/weights.ts";
import { Mt19937 } from "../../random/mt19937.ts";
import type { ExperimentSpec } from "../../spec/experiment.ts";
import { listBatches } from "../batches.ts";
import { makeSpace } from "../space.ts";
import { IMAGES_AT_ONCE, wireModel } from "./model.ts";
import { placeParameters } from "./parameters.ts";

/** One update. `trainLoss` is the epoch's mean loss before its updates, with its last step; null before that. */
export type SimdStep = { readonly epoch: number; readonly trainLoss: number | null; weights(): Weights };

/**
 * Trains any spec on train images [n * 64] in float32, on the processor, by kernels that round alike on every machine: the
 * weights are a function of the spec. Yields every step; a loss that is no longer finite is yielded as it is. `kernels` is
 * an instance of its own for each call. Throws RangeError when memory ends.
 */
export function* trainBySimd(
  spec: ExperimentSpec,
  images: Float32Array,
  kernels: Kernels,
): Generator<SimdStep, Weights> {
  const { layers } = spec.model;
  const generator = new Mt19937(spec.seed);
  const first = initialWeights(layers, generator);
  const space = makeSpace(kernels);
  const parameters = placeParameters(layers, space);
  const model = wireModel(spec, { kernels, space, parameters });
  const { floats } = space.settle();
  const { clearGradients, update, weights } = parameters.open(kernels, floats, first);
  const input = floats(model.input, IMAGES_AT_ONCE * PIXELS);
  const examples = images.length / PIXELS;

  /** The loss of a batch before the update that it brings about. */
  function step(rows: Int32Array | null, count: number): number {
    clearGradients();
    model.prepare();
    let [squares, absolutes] = [0, 0];
    for (let start = 0; start < count; start += IMAGES_AT_ONCE) {
      const n = Math.min(IMAGES_AT_ONCE, count - start);
      loadImages(input, images, { rows, start, n });
      const sums = model.learn(n, count);
      squares += sums.squares;
      absolutes += sums.absolutes;
    }
    model.finish();
    update(spec.optimizer);
    return squares / (count * PIXELS) + (spec.loss.latentL1 * absolutes) / (count * model.latentSize);
  }

  let sum = 0;
  for (const { epoch, rows, count, endsEpoch } of listBatches(spec, examples, generator)) {
    sum += step(rows, count) * count;
    yield { epoch, trainLoss: endsEpoch ? sum / examples : null, weights };
    if (endsEpoch) sum = 0;
  }
  return weights();
}

function loadImages(
  input: Float32Array,
  images: Float32Array,
  { rows, start, n }: { rows: Int32Array | null; start: number; n: number },
): void {
  if (rows === null) {
    input.set(images.subarray(start * PIXELS, (start + n) * PIXELS));
    return;
  }
  for (let i = 0; i < n; i++) {
    const at = rows[start + i] * PIXELS;
    input.set(images.subarray(at, at + PIXELS), i * PIXELS);
  }
}
