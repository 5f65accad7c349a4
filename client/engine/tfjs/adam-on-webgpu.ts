import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import type { WebGPUProgram } from "@tensorflow/tfjs-backend-webgpu/dist/webgpu_program";
import * as tf from "@tensorflow/tfjs-core";
import { BETA_1, BETA_2, EPSILON, type Trained, type TrainedOptions } from "./adam.ts";
import { PART_ALIGNMENT_BYTES, tensorInBuffer } from "./bound-parts.ts";

/** Where a tensor's numbers lie among those of all, and how many each run has of them. */
type Place = { readonly start: number; readonly count: number; readonly each: number };

/**
 * torch.optim.Adam as one kernel for all tensors of a group. The weights of all lie in one buffer, their first moments after
 * them, then their second ones; the kernel changes them in place, and TensorFlow.js reads each tensor as a part of the
 * buffer. A kernel binds the gradients of as many tensors as the device lets it, ten or more as a rule: what has more
 * takes another kernel.
 */
export function trainOnWebgpu(backend: WebGPUBackend, { tensors, rates }: TrainedOptions): Trained {
  const [runs] = rates.shape;
  let total = 0;
  const places = tensors.map(({ shape: [, rows, columns] }): Place => {
    const each = rows * columns;
    const place = { start: total, count: runs * each, each };
    total += whole(place.count);
    return place;
  });
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC;
  const buffer = backend.device.createBuffer({ size: 12 * total, usage, mappedAtCreation: true });
  const mapped = new Float32Array(buffer.getMappedRange());
  for (const [i, { start }] of places.entries()) {
    const { weights, firstMoments, secondMoments } = tensors[i];
    for (const [part, values] of [weights, firstMoments, secondMoments].entries())
      mapped.set(values, part * total + start);
  }
  buffer.unmap();
  const [weights, firstMoments, secondMoments] = [0, 1, 2].map((part) =>
    places.map(({ start }, i) => tensorInBuffer(buffer, 4 * (part * total + start), tensors[i].shape)),
  );
  const all = tf.tensor<tf.Rank.R1>({ buffer, zeroCopy: true }, [3 * total], "float32");
  // Beside the gradients a kernel binds their rates and what it changes.
  const most = backend.device.limits.maxStorageBuffersPerShaderStage - 2;
  const kernels = Array.from({ length: Math.ceil(places.length / most) }, (_, i) =>
    makeKernel(places.slice(i * most, (i + 1) * most), total),
  );

  return {
    weights: () => weights,
    update(gradients, { bias1, bias2 }) {
      const corrections = [
        { type: "float32", data: [bias1] },
        { type: "float32", data: [Math.sqrt(bias2)] },
      ];
      for (const [i, { program, uniforms }] of kernels.entries()) {
        const inputs = [...gradients.slice(i * most, (i + 1) * most), rates];
        backend.runWebGPUProgram(program, inputs, "float32", [...corrections, ...uniforms], all);
      }
    },
    state: () => [...weights, ...firstMoments, ...secondMoments],
    dispose() {
      tf.dispose([...weights, ...firstMoments, ...secondMoments, all]);
      buffer.destroy();
    },
  };
}

/** `result` holds the weights, first and second moments of all tensors, `total` numbers each. */
function makeKernel(places: readonly Place[], total: number) {
  const first = places[0].start;
  const last = places[places.length - 1];
  const size = last.start + last.count - first;
  const workgroupSize: [number, number, number] = [64, 1, 1];
  const numbers = places.flatMap(({ start, count, each }, i) => [
    { name: `start${i}`, value: start },
    { name: `count${i}`, value: count },
    { name: `each${i}`, value: each },
  ]);
  const integers = [{ name: "first", value: first }, { name: "total", value: total }, ...numbers];
  const program: WebGPUProgram = {
    variableNames: [...places.map((_, i) => `gradient${i}`), "rates"],
    outputShape: [size],
    dispatchLayout: { x: [0] },
    dispatch: [Math.ceil(size / workgroupSize[0]), 1, 1],
    workgroupSize,
    size: true,
    uniforms: `bias1 : f32, rootOfBias2 : f32, ${integers.map(({ name }) => `${name} : i32,`).join(" ")}`,
    shaderKey: `adam${places.length}`,
    // The last tensor that begins at a number or before it has it, or it fills a gap.
    getUserCode: () => `
      fn main(index : i32) {
        if (index >= uniforms.size) { return; }
        let at = index + uniforms.first;
        var own = 0;
        var run = 0;
        var slope = 0.0;
        ${places
          .map(
            (_, i) => `if (at >= uniforms.start${i}) {
          own = at - uniforms.start${i};
          run = own / uniforms.each${i};
          if (own < uniforms.count${i}) { slope = gradient${i}[own]; } else { run = -1; }
        }`,
          )
          .toReversed()
          .join(" else ")}
        if (run < 0) { return; }
        let weight = result[at];
        slope += rates[2 * run + 1] * weight;
        let first = at + uniforms.total;
        let second = first + uniforms.total;
        let m = ${BETA_1} * result[first] + ${1 - BETA_1} * slope;
        let v = ${BETA_2} * result[second] + ${1 - BETA_2} * slope * slope;
        result[first] = m;
        result[second] = v;
        let scale = sqrt(v) / uniforms.rootOfBias2 + ${EPSILON};
        result[at] = weight - rates[2 * run] / uniforms.bias1 * (m / scale);
      }`,
  };
  const uniforms = integers.map(({ value }) => ({ type: "int32", data: [value] }));
  return { program, uniforms };
}

/** A part of a buffer begins at a multiple of its alignment. */
function whole(count: number): number {
  const numbers = PART_ALIGNMENT_BYTES / 4;
  return Math.ceil(count / numbers) * numbers;
}
