import type { Kernels } from "../kernels/kernels.ts";
import { initialWeights } from "../model/initial-weights.ts";
import { isConvolutionPair } from "../model/tap-pairs.ts";
import type { Weights } from "../model/weights.ts";
import { Mt19937 } from "../random/mt19937.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import type { Layer, LayerOf } from "../spec/layers.ts";
import { placeConvolutionPair } from "./convolution-pair.ts";
import type { ExactBench, Placed } from "./exact-model.ts";
import { placeLinearChain } from "./linear-chain.ts";
import type { SecondMoments } from "./second-moments.ts";
import { makeSpace } from "./space.ts";
import type { TrainingState } from "./training-state.ts";

/** One epoch of exact training: its mean loss before the update, and the weights after it on demand. */
export type MomentsEpoch = {
  readonly epoch: number;
  readonly trainLoss: number;
  weights(): Weights;
  /** Copies all that a resumed run needs. Before the next epoch is taken, as `weights`. */
  state(): TrainingState;
};

/** Whether the loss of `spec` depends on the data through its second moments alone. */
export function canTrainByMoments(spec: ExperimentSpec): boolean {
  return momentsObstacle(spec) === null;
}

/** The first thing that keeps `spec` from exact training, in words; null where there is none. */
export function momentsObstacle(spec: ExperimentSpec): string | null {
  if (spec.batchSize !== "full")
    return `batchSize ${spec.batchSize}: second moments stand for the full batch`;
  if (spec.loss.latentL1 !== 0)
    return `loss.latentL1 ${spec.loss.latentL1}: an L1 penalty is not a sum of squares`;
  const { layers } = spec.model;
  if (isLinearChain(layers) || isConvolutionPair(layers)) return null;
  const index = layers.findIndex(({ kind }) => kind !== "linear" && kind !== "conv2d");
  return index >= 0
    ? `model.layers[${index}] ${layers[index].kind}: only linear layers, or two convolutions, have exact moments`
    : "model.layers: convolutions have exact moments as a pair 1 -> k -> 1 that keeps 8x8, with nothing beside them";
}

/**
 * Trains by gradient descent on the exact loss, from PyTorch's float32 first weights, with nothing but + - * / and sqrt: the
 * weights are a function of the spec. Linear layers train in float32, a pair of convolutions, whose loss is a small
 * difference of large numbers, in double precision. Yields every epoch; a loss that is no longer finite is
 * yielded as it is, for the caller to stop at. `kernels` serves one training at a time. `from` goes on where a run
 * of the same spec was. Throws TypeError for a spec that `canTrainByMoments` refuses.
 */
export function* trainByMoments(
  spec: ExperimentSpec,
  moments: SecondMoments,
  kernels: Kernels,
  from: TrainingState | null = null,
): Generator<MomentsEpoch, Weights> {
  const { layers } = spec.model;
  const space = makeSpace(kernels);
  const placed = placeModel(spec, { kernels, space, moments });
  const settled = space.settle();
  const generator = new Mt19937(from?.order ?? spec.seed);
  const start = from ?? { weights: initialWeights(layers, generator) };
  const { lossAndGradients, update, weights, tensors } = placed(settled, start);
  const order = generator.save();
  for (let epoch = from?.epoch ?? 0; epoch < spec.epochs; epoch++) {
    const trainLoss = lossAndGradients();
    update(spec.optimizer);
    const place = { epoch: epoch + 1, batch: 0, step: epoch + 1, order };
    const state = (): TrainingState => ({ ...place, lossSum: 0, masks: null, ...tensors() });
    yield { epoch, trainLoss, weights, state };
  }
  return weights();
}

function placeModel(spec: ExperimentSpec, bench: ExactBench): Placed {
  const obstacle = momentsObstacle(spec);
  if (obstacle !== null) throw new TypeError(`second moments cannot train this spec: ${obstacle}`);
  const { layers } = spec.model;
  if (isConvolutionPair(layers)) return placeConvolutionPair(layers, bench);
  return placeLinearChain(
    layers.filter((layer) => layer.kind === "linear"),
    bench,
  );
}

export function isLinearChain(layers: readonly Layer[]): layers is readonly LayerOf<"linear">[] {
  return layers.every(({ kind }) => kind === "linear");
}
