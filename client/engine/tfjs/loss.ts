import * as tf from "@tensorflow/tfjs-core";
import { columnOf } from "./ranks.ts";

/** Each run's mean square difference: [runs, n, 64] and [runs or 1, n, 64] to [runs]. The target gets no gradient. */
export function meanSquares(output: tf.Tensor3D, target: tf.Tensor3D): tf.Tensor1D {
  const operation = tf.customGrad<tf.Tensor1D>((...given) => {
    const save = given.at(-1);
    const difference = tf.sub(output, target);
    if (typeof save === "function") save([difference]);
    return {
      value: columnOf(tf.mean(tf.square(difference), [1, 2])),
      gradFunc: (dy, [saved]) => tf.mul(saved, perNumber(dy, output, 2)),
    };
  });
  return operation(output);
}

/** Each run's mean |x|, [runs, ...] to [runs], whose gradient at 0 is 0, as PyTorch's; that of TF.js's abs is -1. */
export function meanAbsolutes(x: tf.Tensor3D): tf.Tensor1D {
  const operation = tf.customGrad<tf.Tensor1D>((...given) => {
    const save = given.at(-1);
    if (typeof save === "function") save([x]);
    return {
      value: columnOf(tf.mean(tf.abs(x), [1, 2])),
      gradFunc: (dy, [saved]) => tf.mul(tf.sign(saved), perNumber(dy, x, 1)),
    };
  });
  return operation(x);
}

/** A slope for each run, [runs], as one for each of its numbers of which the mean was taken: [runs, 1, 1]. */
function perNumber(dy: tf.Tensor, { shape, size }: tf.Tensor3D, factor: number): tf.Tensor {
  const [runs] = shape;
  return tf.mul(tf.reshape(dy, [runs, 1, 1]), (factor * runs) / size);
}
