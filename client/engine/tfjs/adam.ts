import * as tf from "@tensorflow/tfjs-core";
import { stackOf } from "./ranks.ts";

export const BETA_1 = 0.9;
export const BETA_2 = 0.999;
export const EPSILON = 1e-8;

/** All tensors of every run in training: weights and Adam's moments, [runs, rows, columns] each, on the device. */
export type Trained = {
  /** As they are now; the next update may change them in place. Not the caller's to dispose of. */
  weights(): readonly tf.Tensor3D[];
  /** A gradient for each tensor, in their order. */
  update(gradients: readonly tf.Tensor[], bias: BiasCorrections): void;
  /** The weights of all, their first and their second moments; not the caller's to dispose of. */
  state(): readonly tf.Tensor[];
  dispose(): void;
};

/** Of torch.optim.Adam's step t: 1 - beta1^t and 1 - beta2^t, in double precision. */
export type BiasCorrections = { readonly bias1: number; readonly bias2: number };

/** A tensor as it goes to the device, [runs, rows, columns]. */
export type TrainedTensor = {
  readonly shape: readonly [number, number, number];
  readonly weights: Float32Array;
  readonly firstMoments: Float32Array;
  readonly secondMoments: Float32Array;
};

export type TrainedOptions = {
  readonly tensors: readonly TrainedTensor[];
  /** Each run's learning rate and weight decay, [runs, 2]; the caller's. */
  readonly rates: tf.Tensor2D;
};

/**
 * torch.optim.Adam by TensorFlow.js's own operations: weight decay is L2 added to the gradient, epsilon stands outside of the
 * root, both moments are bias corrected.
 */
export function trainByOperations({ tensors, rates }: TrainedOptions): Trained {
  const [runs] = rates.shape;
  const trained = tensors.map(({ shape, ...parts }) =>
    [parts.weights, parts.firstMoments, parts.secondMoments].map((values) => tf.tensor3d(values, [...shape])),
  );
  const part = (of: number) => trained.map((one) => one[of]);
  const [rate, decay] = [0, 1].map((column) =>
    tf.tidy(() => tf.reshape(tf.slice(rates, [0, column], [runs, 1]), [runs, 1, 1])),
  );

  function update([weights, first, second]: tf.Tensor[], gradient: tf.Tensor, bias: BiasCorrections) {
    const slope = tf.add(gradient, tf.mul(weights, decay));
    const m = tf.add(tf.mul(first, BETA_1), tf.mul(slope, 1 - BETA_1));
    const v = tf.add(tf.mul(second, BETA_2), tf.mul(tf.square(slope), 1 - BETA_2));
    const scale = tf.add(tf.div(tf.sqrt(v), Math.sqrt(bias.bias2)), EPSILON);
    const step = tf.mul(tf.div(m, scale), tf.div(rate, bias.bias1));
    return [tf.sub(weights, step), m, v].map((tensor) => tf.keep(stackOf(tensor)));
  }

  return {
    weights: () => part(0),
    update(gradients, bias) {
      for (const [i, old] of trained.entries()) {
        trained[i] = tf.tidy(() => update(old, gradients[i], bias));
        tf.dispose(old);
      }
    },
    state: () => [0, 1, 2].flatMap(part),
    dispose: () => tf.dispose([...trained.flat(), rate, decay]),
  };
}
