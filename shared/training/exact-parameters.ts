import type { Kernels } from "../kernels/kernels.ts";
import type { Weights } from "../model/weights.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import type { Layer } from "../spec/layers.ts";
import { listParameters, volume } from "../spec/parameters.ts";
import { makeAdamScalars } from "./adam.ts";
import type { Space } from "./space.ts";

/** A tensor in exact training: where its values and gradients lie, and, once the space has settled, what they are. */
export type ExactTensor = {
  readonly at: number;
  readonly gradientAt: number;
  readonly count: number;
};

/** All parameters of a model in double precision, in one block each of values, gradients and Adam's moments. */
export function placeExactParameters(layers: readonly Layer[], space: Space) {
  const list = listParameters(layers).map((parameter) => ({ ...parameter, count: volume(parameter.shape) }));
  const total = list.reduce((sum, { count }) => sum + even(count), 0);
  const [values, gradients, first, second] = [
    space.takeDoubles(total),
    space.takeDoubles(total),
    space.takeDoubles(total),
    space.takeDoubles(total),
  ];
  const tensors = new Map<string, ExactTensor>();
  let offset = 0;
  for (const { name, count } of list) {
    tensors.set(name, { at: values + 8 * offset, gradientAt: gradients + 8 * offset, count });
    offset += even(count);
  }

  return {
    /** Throws TypeError for a name that the model does not have. */
    tensor(name: string): ExactTensor {
      const found = tensors.get(name);
      if (found === undefined) throw new TypeError(`this model has no tensor ${name}`);
      return found;
    },

    /** After the space has settled: the first weights go in, and what a step needs comes out. */
    open(kernels: Kernels, doubles: (address: number, count: number) => Float64Array, weights: Weights) {
      for (const [name, { at, count }] of tensors) doubles(at, count).set(weights.get(name) ?? []);
      const nextScalars = makeAdamScalars();
      return {
        update({ learningRate, weightDecay }: ExperimentSpec["optimizer"]): void {
          const { bias1, bias2 } = nextScalars();
          const [step, correction] = [learningRate / bias1, Math.sqrt(bias2)];
          kernels.adamInDoubles(values, gradients, first, second, total, step, correction, weightDecay);
        },
        weights: (): Weights =>
          new Map(
            Array.from(tensors, ([name, { at, count }]) => [name, Float32Array.from(doubles(at, count))]),
          ),
      };
    },
  };
}

/** Two doubles fill a vector. */
function even(count: number): number {
  return count + (count % 2);
}
