import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import type { WebGPUProgram } from "@tensorflow/tfjs-backend-webgpu/dist/webgpu_program";
import * as tf from "@tensorflow/tfjs-core";
import { BETA_1, BETA_2, EPSILON, type Trained, type TrainedOptions } from "./adam.ts";

/**
 * torch.optim.Adam as one kernel for each tensor of a group. Weights and moments lie in one buffer, one after the other; the
 * kernel changes them in place, and TensorFlow.js reads the weights through a tensor that ends where they end.
 */
export function trainOnWebgpu(backend: WebGPUBackend, options: TrainedOptions): Trained {
  const { shape, rates } = options;
  const parts = [options.weights, options.firstMoments, options.secondMoments];
  const size = options.weights.length;
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC;
  const buffer = backend.device.createBuffer({ size: 12 * size, usage, mappedAtCreation: true });
  const mapped = new Float32Array(buffer.getMappedRange());
  for (const [i, values] of parts.entries()) mapped.set(values, i * size);
  buffer.unmap();
  const view = (of: number[]) => tf.tensor({ buffer, zeroCopy: true }, of, "float32");
  const weights = tf.tensor<tf.Rank.R3>({ buffer, zeroCopy: true }, [...shape], "float32");
  const all = view([3 * size]);
  const program = makeProgram(size);

  return {
    weights: () => weights,
    update(gradient, { bias1, bias2 }) {
      const uniforms = [
        { type: "float32", data: [bias1] },
        { type: "float32", data: [Math.sqrt(bias2)] },
      ];
      backend.runWebGPUProgram(program, [gradient, rates], "float32", uniforms, all);
    },
    state: () => [all],
    dispose() {
      tf.dispose([weights, all]);
      buffer.destroy();
    },
  };
}

/** `result` holds weights, first and second moments, `size` numbers each. */
function makeProgram(size: number): WebGPUProgram {
  const workgroupSize: [number, number, number] = [64, 1, 1];
  return {
    variableNames: ["gradient", "rates"],
    outputShape: [size],
    dispatchLayout: { x: [0] },
    dispatch: [Math.ceil(size / workgroupSize[0]), 1, 1],
    workgroupSize,
    size: true,
    uniforms: "bias1 : f32, rootOfBias2 : f32,",
    shaderKey: "adam",
    getUserCode: () => `
      fn main(index : i32) {
        if (index < uniforms.size) {
          let run = index / (uniforms.size / uniforms.ratesShape.x);
          let weight = result[index];
          let slope = gradient[index] + rates[2 * run + 1] * weight;
          let first = index + uniforms.size;
          let second = first + uniforms.size;
          let m = ${BETA_1} * result[first] + ${1 - BETA_1} * slope;
          let v = ${BETA_2} * result[second] + ${1 - BETA_2} * slope * slope;
          result[first] = m;
          result[second] = v;
          let scale = sqrt(v) / uniforms.rootOfBias2 + ${EPSILON};
          result[index] = weight - rates[2 * run] / uniforms.bias1 * (m / scale);
        }
      }`,
  };
}
