import * as tf from "@tensorflow/tfjs-core";
import type { NamedTensor } from "@tensorflow/tfjs-core/dist/tensor_types";
import { initialWeights } from "../../../shared/model/initial-weights.ts";
import type { Mt19937 } from "../../../shared/random/mt19937.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { Batch } from "../../../shared/training/batches.ts";
import { makeMasks } from "./dropout.ts";
import { runModel } from "./layers.ts";
import { matrixOf, required, scalarOf } from "./ranks.ts";
import { copyVariables, makeVariables } from "./variables.ts";

const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;

/** One model in training on the present backend. All that it holds on the device is freed by `dispose`. */
export type Training = {
  /** One update; the batch's loss before it, still on the device. The caller disposes of it. */
  step(batch: Batch): tf.Scalar;
  copyWeights(): ReadonlyMap<string, tf.Tensor>;
  dispose(): void;
};

/** Puts the first weights (PyTorch's, drawn from `generator`) and the train images [n * 64] on the device. */
export function makeTraining({
  spec,
  images,
  generator,
  onProcessor,
}: {
  spec: ExperimentSpec;
  images: Float32Array;
  generator: Mt19937;
  onProcessor: boolean;
}): Training {
  const { layers } = spec.model;
  const { learningRate, weightDecay } = spec.optimizer;
  const variables = makeVariables(layers, initialWeights(layers, generator));
  const list = [...variables.values()];
  const train = tf.tensor2d(images, [images.length / 64, 64]);
  // TF.js's Adam is torch.optim.Adam's formula once eps is set: m^ / (sqrt(v^) + eps), both bias corrected.
  const adam = tf.train.adam(learningRate, BETA_1, BETA_2, EPSILON);
  const drawMasks = makeMasks(spec);

  function loss(batch: tf.Tensor2D): tf.Scalar {
    const masks = drawMasks(batch.shape[0]);
    const { latent, output } = runModel(spec.model, batch, { variables, onProcessor, masks });
    const mse = tf.mean(tf.squaredDifference(output, batch));
    return scalarOf(
      spec.loss.latentL1 === 0 ? mse : tf.add(mse, tf.mul(meanAbsolute(latent), spec.loss.latentL1)),
    );
  }

  return {
    step: ({ rows }) =>
      tf.tidy(() => {
        const batch = rows === null ? train : matrixOf(tf.gather(train, tf.tensor1d(rows, "int32")));
        const { value, grads } = tf.variableGrads(() => loss(batch), list);
        adam.applyGradients(list.map((variable) => gradientOf(variable, grads, weightDecay)));
        return value;
      }),
    copyWeights: () => copyVariables(variables),
    dispose() {
      tf.dispose([train, ...list]);
      adam.dispose();
    },
  };
}

/** `weightDecay` is L2 as torch.optim.Adam has it: added to the gradient. */
function gradientOf(variable: tf.Variable, grads: tf.NamedTensorMap, weightDecay: number): NamedTensor {
  const { name } = variable;
  const gradient = required<tf.Tensor>(grads[name], name);
  return { name, tensor: weightDecay === 0 ? gradient : tf.add(gradient, tf.mul(variable, weightDecay)) };
}

/** mean(|x|) whose gradient at 0 is 0, as PyTorch's; that of TF.js's abs is -1. */
function meanAbsolute(x: tf.Tensor): tf.Tensor {
  return tf.mean(tf.add(tf.relu(x), tf.relu(tf.neg(x))));
}
