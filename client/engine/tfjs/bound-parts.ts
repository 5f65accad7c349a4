import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import * as tf from "@tensorflow/tfjs-core";

/** Bytes from the start of a buffer; WebGPU binds from multiples of this on any device. */
export const PART_ALIGNMENT_BYTES = 256;

/**
 * TensorFlow.js binds a tensor's whole buffer to its kernels. After this call a tensor may be a part of a buffer: kernels
 * that read it get that part. It must not be read back by itself, as that copies from the buffer's start.
 */
export function allowParts(backend: WebGPUBackend): void {
  const bind: Bind = Reflect.get(backend, "tensorToBinding").bind(backend);
  const bindPart: Bind = (tensor) => {
    const whole = bind(tensor);
    const part = tensor === null ? undefined : parts.get(tensor.dataId);
    return part !== undefined && whole !== null && "buffer" in whole ? { ...whole, ...part } : whole;
  };
  Reflect.set(backend, "tensorToBinding", bindPart);
}

type Bind = (tensor: tf.TensorInfo | null) => GPUBindingResource | null;

const parts = new WeakMap<tf.DataId, { readonly offset: number; readonly size: number }>();

/** A tensor of float32 that lies in `buffer` from byte `offset` on. The buffer stays the caller's. */
export function tensorInBuffer(
  buffer: GPUBuffer,
  offset: number,
  shape: readonly [number, number, number],
): tf.Tensor3D {
  const tensor = tf.tensor<tf.Rank.R3>({ buffer, zeroCopy: true }, [...shape], "float32");
  parts.set(tensor.dataId, { offset, size: 4 * tensor.size });
  return tensor;
}
