import type * as tf from "@tensorflow/tfjs-core";

/** Tells the compiler what a parsed spec's shapes have made sure of; anything else is a bug and throws TypeError. */
export function matrixOf(tensor: tf.Tensor): tf.Tensor2D {
  if (isMatrix(tensor)) return tensor;
  throw new TypeError(`expected [n, numbers], got [${tensor.shape.join(", ")}]`);
}

export function imagesOf(tensor: tf.Tensor): tf.Tensor4D {
  if (isImages(tensor)) return tensor;
  throw new TypeError(`expected [n, height, width, channels], got [${tensor.shape.join(", ")}]`);
}

export function scalarOf(tensor: tf.Tensor): tf.Scalar {
  if (isScalar(tensor)) return tensor;
  throw new TypeError(`expected one number, got [${tensor.shape.join(", ")}]`);
}

export function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new TypeError(`this model has no ${name}`);
  return value;
}

function isMatrix(tensor: tf.Tensor): tensor is tf.Tensor2D {
  return tensor.shape.length === 2;
}

function isImages(tensor: tf.Tensor): tensor is tf.Tensor4D {
  return tensor.shape.length === 4;
}

function isScalar(tensor: tf.Tensor): tensor is tf.Scalar {
  return tensor.shape.length === 0;
}
