import { PIXELS } from "../../dataset/digits.ts";
import type { Kernels } from "../../kernels/kernels.ts";
import { initialWeights } from "../../model/initial-weights.ts";
import type { Weights } from "../../model/weights.ts";
import { Mt19937 } from "../../random/mt19937.ts";
import type { ExperimentSpec } from "../../spec/experiment.ts";
import { listBatches, placeAfter } from "../batches.ts";
import type { TrainingState } from "../training-state.ts";
import { IMAGES_AT_ONCE } from "./model.ts";
import { placeTraining } from "./place.ts";
import { type Helpers, NO_HELPERS } from "./team.ts";

/** One update. `trainLoss` is the epoch's mean loss before its updates, with its last step; null before that. */
export type SimdStep = {
  readonly epoch: number;
  readonly trainLoss: number | null;
  weights(): Weights;
  /** Copies all that a resumed run needs. Before the next step is taken, as `weights`. */
  state(): TrainingState;
};

/** Keeps the masks' draws apart from those of weights and batches, which must be PyTorch's. */
const MASK_STREAM = 0x6d61736b;

/**
 * Trains any spec on train images [n * 64] in float32, on the processor, by kernels that round alike on every machine: the
 * weights are a function of the spec. Yields every step; a loss that is no longer finite is yielded as it is. `kernels` serves one
 * training at a time. `from` goes on where a run of the same spec was. `helpers` changes no number. Throws RangeError when memory ends.
 */
export function* trainBySimd(
  spec: ExperimentSpec,
  images: Float32Array,
  kernels: Kernels,
  from: TrainingState | null = null,
  helpers: Helpers = NO_HELPERS,
): Generator<SimdStep, Weights> {
  const { layers } = spec.model;
  const generator = new Mt19937(from?.order ?? spec.seed);
  const masks = new Mt19937(from?.masks ?? (spec.seed ^ MASK_STREAM) >>> 0);
  const start = from ?? { weights: initialWeights(layers, generator) };
  const { space, parameters, model, work } = placeTraining(spec, { kernels, masks, parts: helpers.parts });
  const { floats } = space.settle();
  const { clearGradients, nextStep, weights, moments } = parameters.open(floats, start);
  const team = helpers.open(work);
  const most = helpers.parts * IMAGES_AT_ONCE;
  const input = floats(model.input, most * PIXELS);
  const examples = images.length / PIXELS;

  /** The loss of a batch before the update that it brings about. */
  function step(rows: Int32Array | null, count: number): number {
    clearGradients();
    team.share({ kind: "prepare" });
    let [squares, absolutes] = [0, 0];
    for (let start = 0; start < count; start += most) {
      const n = Math.min(most, count - start);
      loadImages(input, images, { rows, start, n });
      for (const sums of team.share({ kind: "pass", images: n, batch: count })) {
        squares += sums.squares;
        absolutes += sums.absolutes;
      }
    }
    model.finish();
    team.share({ kind: "update", ...nextStep(spec.optimizer) });
    return squares / (count * PIXELS) + (spec.loss.latentL1 * absolutes) / (count * model.latentSize);
  }

  let [steps, lossSum] = [from?.step ?? 0, from?.lossSum ?? 0];
  try {
    for (const batch of listBatches(spec, examples, generator, from ?? undefined)) {
      const { epoch, rows, count, endsEpoch } = batch;
      steps++;
      lossSum += step(rows, count) * count;
      const trainLoss = endsEpoch ? lossSum / examples : null;
      if (endsEpoch) lossSum = 0;
      const state = (): TrainingState => ({
        ...placeAfter(batch, generator),
        step: steps,
        lossSum,
        weights: weights(),
        ...moments(),
        masks: masks.save(),
      });
      yield { epoch, trainLoss, weights, state };
    }
  } finally {
    team.end();
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
