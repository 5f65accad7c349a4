import * as tf from "@tensorflow/tfjs-core";
import type { Weights } from "../../../shared/model/weights.ts";
import type { Layer } from "../../../shared/spec/layers.ts";
import { listParameters } from "../../../shared/spec/parameters.ts";
import { required } from "./ranks.ts";

/** The model's tensors on the device, by PyTorch's names. */
export type Variables = ReadonlyMap<string, tf.Variable>;

/**
 * PyTorch keeps linear weights as [out, in] and kernels as [out, in, height, width] (transposed ones as [in, out, ..]);
 * TF.js as [in, out] and [height, width, in, out] ([.., out, in]). Either way the first two change places and go last.
 */
export function makeVariables(layers: readonly Layer[], weights: Weights): Variables {
  const variables = new Map<string, tf.Variable>();
  for (const { name, shape } of listParameters(layers)) {
    const values = required(weights.get(name), name);
    const tensor = tf.tidy(() => {
      const asPyTorch = tf.tensor(values, [...shape]);
      return shape.length === 1
        ? asPyTorch
        : tf.transpose(asPyTorch, shape.length === 2 ? [1, 0] : [2, 3, 1, 0]);
    });
    variables.set(name, tf.variable(tensor));
    tensor.dispose();
  }
  return variables;
}

/** The tensors as they are now, in PyTorch's layout, still on the device; the caller disposes of them. */
export function copyVariables(variables: Variables): ReadonlyMap<string, tf.Tensor> {
  const copies = new Map<string, tf.Tensor>();
  for (const [name, variable] of variables) copies.set(name, asPyTorchHasIt(variable));
  return copies;
}

function asPyTorchHasIt(variable: tf.Variable): tf.Tensor {
  if (variable.shape.length === 1) return tf.clone(variable);
  return tf.transpose(variable, variable.shape.length === 2 ? [1, 0] : [3, 2, 0, 1]);
}

/** Brings copies to the processor and frees them. */
export async function readCopies(copies: ReadonlyMap<string, tf.Tensor>): Promise<Weights> {
  const values = await Promise.all(
    Array.from(copies, async ([name, tensor]) => [name, Float32Array.from(await tensor.data())] as const),
  );
  tf.dispose([...copies.values()]);
  return new Map(values);
}
