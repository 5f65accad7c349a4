import type { Kernels } from "../../kernels/kernels.ts";
import type { ExperimentSpec } from "../../spec/experiment.ts";
import type { Layer } from "../../spec/layers.ts";
import { listParameters, volume } from "../../spec/parameters.ts";
import { makeAdamScalars } from "../adam.ts";
import type { Space } from "../space.ts";
import type { Tensors, TrainingState } from "../training-state.ts";
import { type Part, takePart } from "./team.ts";

/** Where a tensor's values and gradients lie. */
export type Tensor = { readonly value: number; readonly gradient: number };

/** The scalars of one of Adam's updates: learning rate / (1 - beta1^t), sqrt(1 - beta2^t), weight decay. */
export type AdamStep = { readonly stepSize: number; readonly correction: number; readonly decay: number };

/** All parameters of a model in one block each of values, gradients and Adam's moments, for one fused update. */
export function placeParameters(layers: readonly Layer[], space: Space) {
  const list = listParameters(layers).map((parameter) => ({ ...parameter, count: volume(parameter.shape) }));
  const total = list.reduce((sum, { count }) => sum + Math.ceil(count / 4) * 4, 0);
  const [values, gradients, first, second] = [
    space.take(total),
    space.take(total),
    space.take(total),
    space.take(total),
  ];
  const offsets = new Map<string, number>();
  let offset = 0;
  for (const { name, count } of list) {
    offsets.set(name, 4 * offset);
    offset += Math.ceil(count / 4) * 4;
  }
  const offsetOf = (name: string): number => {
    const found = offsets.get(name);
    if (found === undefined) throw new TypeError(`this model has no tensor ${name}`);
    return found;
  };

  return {
    tensor: (name: string): Tensor => ({
      value: values + offsetOf(name),
      gradient: gradients + offsetOf(name),
    }),

    /** torch.optim.Adam's update of a part of the parameters. */
    update(kernels: Kernels, part: Part, { stepSize, correction, decay }: AdamStep): void {
      const { first: at, n } = takePart(total, part);
      const [value, gradient, m, v] = [values, gradients, first, second].map((block) => block + 4 * at);
      kernels.adam(value, gradient, m, v, n, stepSize, correction, decay);
    },

    /** After the space has settled: the first weights, or all of a resumed run, go in, and what a step needs comes out. */
    open(
      floats: (address: number, count: number) => Float32Array,
      start: Pick<TrainingState, "weights"> & Partial<TrainingState>,
    ) {
      const fill = (block: number, tensors: Tensors) => {
        for (const { name, count } of list)
          floats(block + offsetOf(name), count).set(tensors.get(name) ?? []);
      };
      const copy = (block: number) =>
        new Map(list.map(({ name, count }) => [name, floats(block + offsetOf(name), count).slice()]));
      fill(values, start.weights);
      if (start.firstMoments !== undefined) fill(first, start.firstMoments);
      if (start.secondMoments !== undefined) fill(second, start.secondMoments);
      const allGradients = floats(gradients, total);
      const nextScalars = makeAdamScalars(start.step);
      return {
        clearGradients: () => allGradients.fill(0),
        /** The scalars of the next update in double precision, as Python has them. */
        nextStep({ learningRate, weightDecay }: ExperimentSpec["optimizer"]): AdamStep {
          const { bias1, bias2 } = nextScalars();
          return { stepSize: learningRate / bias1, correction: Math.sqrt(bias2), decay: weightDecay };
        },
        weights: () => copy(values),
        moments: () => ({ firstMoments: copy(first), secondMoments: copy(second) }),
      };
    },
  };
}
export type Parameters = ReturnType<typeof placeParameters>;
