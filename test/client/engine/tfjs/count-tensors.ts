import "./node.ts";

const tf = await import("@tensorflow/tfjs-core");

/** Tensors that TensorFlow.js holds, on whatever backend. */
export function countTensors(): number {
  return tf.engine().state.numTensors;
}
