import type * as tf from "@tensorflow/tfjs-core";

/** Tells the compiler what a parsed spec's shapes have made sure of; anything else is a bug and throws TypeError. */
export function stackOf(tensor: tf.Tensor): tf.Tensor3D {
  if (isStack(tensor)) return tensor;
  throw new TypeError(`expected [runs, n, numbers], got [${tensor.shape.join(", ")}]`);
}

export function columnOf(tensor: tf.Tensor): tf.Tensor1D {
  if (isColumn(tensor)) return tensor;
  throw new TypeError(`expected [numbers], got [${tensor.shape.join(", ")}]`);
}

export function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new TypeError(`this model has no ${name}`);
  return value;
}

function isStack(tensor: tf.Tensor): tensor is tf.Tensor3D {
  return tensor.shape.length === 3;
}

function isColumn(tensor: tf.Tensor): tensor is tf.Tensor1D {
  return tensor.shape.length === 1;
}
