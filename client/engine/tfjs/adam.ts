import * as tf from "@tensorflow/tfjs-core";
import { stackOf } from "./ranks.ts";

export const BETA_1 = 0.9;
export const BETA_2 = 0.999;
export const EPSILON = 1e-8;

/** One tensor of every run in training: weights and Adam's moments, [runs, rows, columns] each, on the device. */
export type Trained = {
  /** As they are now; the next update may change them in place. Not the caller's to dispose of. */
  weights(): tf.Tensor3D;
  update(gradient: tf.Tensor, bias: BiasCorrections): void;
  /** Weights, first and second moments in a row; not the caller's to dispose of. */
  state(): readonly tf.Tensor[];
  dispose(): void;
};

/** Of torch.optim.Adam's step t: 1 - beta1^t and 1 - beta2^t, in double precision. */
export type BiasCorrections = { readonly bias1: number; readonly bias2: number };

export type TrainedOptions = {
  readonly shape: readonly [number, number, number];
  readonly weights: Float32Array;
  readonly firstMoments: Float32Array;
  readonly secondMoments: Float32Array;
  /** Each run's learning rate and weight decay, [runs, 2]; the caller's. */
  readonly rates: tf.Tensor2D;
};

/**
 * torch.optim.Adam by TensorFlow.js's own operations: weight decay is L2 added to the gradient, epsilon stands outside of the
 * root, both moments are bias corrected.
 */
export function trainByOperations(options: TrainedOptions): Trained {
  const { shape, rates } = options;
  const [runs] = shape;
  const open = (values: Float32Array) => tf.tensor3d(values, [...shape]);
  let [weights, first, second] = [
    open(options.weights),
    open(options.firstMoments),
    open(options.secondMoments),
  ];
  const [rate, decay] = [0, 1].map((column) =>
    tf.tidy(() => tf.reshape(tf.slice(rates, [0, column], [runs, 1]), [runs, 1, 1])),
  );

  return {
    weights: () => weights,
    update(gradient, { bias1, bias2 }) {
      const old = [weights, first, second];
      [weights, first, second] = tf.tidy(() => {
        const slope = tf.add(gradient, tf.mul(weights, decay));
        const m = tf.add(tf.mul(first, BETA_1), tf.mul(slope, 1 - BETA_1));
        const v = tf.add(tf.mul(second, BETA_2), tf.mul(tf.square(slope), 1 - BETA_2));
        const scale = tf.add(tf.div(tf.sqrt(v), Math.sqrt(bias2)), EPSILON);
        const step = tf.mul(tf.div(m, scale), tf.div(rate, bias1));
        return [tf.sub(weights, step), m, v].map((tensor) => tf.keep(stackOf(tensor)));
      });
      tf.dispose(old);
    },
    state: () => [weights, first, second],
    dispose: () => tf.dispose([weights, first, second, rate, decay]),
  };
}
