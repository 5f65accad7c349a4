import type { Kernels } from "../kernels/kernels.ts";
import type { Weights } from "../model/weights.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import type { Layer } from "../spec/layers.ts";
import { listParameters, volume } from "../spec/parameters.ts";
import { makeAdamScalars } from "./adam.ts";
import type { Space } from "./space.ts";
import type { Tensors, TrainingState } from "./training-state.ts";

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

    /** After the space has settled: the first weights, or all of a resumed run, go in, and what a step needs comes out. */
    open(
      kernels: Kernels,
      doubles: (address: number, count: number) => Float64Array,
      start: Pick<TrainingState, "weights"> & Partial<TrainingState>,
    ) {
      const places = Array.from(tensors, ([name, { at, count }]) => ({ name, offset: at - values, count }));
      const fill = (block: number, from: Tensors) => {
        for (const { name, offset, count } of places)
          doubles(block + offset, count).set(from.get(name) ?? []);
      };
      const copy = (block: number) =>
        new Map(places.map(({ name, offset, count }) => [name, doubles(block + offset, count).slice()]));
      fill(values, start.weights);
      if (start.firstMoments !== undefined) fill(first, start.firstMoments);
      if (start.secondMoments !== undefined) fill(second, start.secondMoments);
      const nextScalars = makeAdamScalars(start.step);
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
        /** In full precision, for a run that is resumed. */
        tensors: () => ({
          weights: copy(values),
          firstMoments: copy(first),
          secondMoments: copy(second),
        }),
      };
    },
  };
}

/** Two doubles fill a vector. */
function even(count: number): number {
  return count + (count % 2);
}
