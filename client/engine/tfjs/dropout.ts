import * as tf from "@tensorflow/tfjs-core";
import { type GeneratorState, Mt19937 } from "../../../shared/random/mt19937.ts";
import { uniform } from "../../../shared/random/torch.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { inputShape, layerShapes, sizeOf } from "../../../shared/spec/shapes.ts";

/** Keeps the masks' draws apart from those of weights and batches, which must be PyTorch's. */
const MASK_STREAM = 0x6d61736b;

export type Masks = {
  /** One step's masks by their layers, [runs, count, numbers]. They belong to the tidy that the caller is in. */
  draw(count: number): ReadonlyMap<number, tf.Tensor>;
  /** Where each run's generator stands. */
  save(): readonly GeneratorState[];
};

/**
 * Dropout's masks for the runs of a group, whose models are alike: 0 with probability p, else 1 / (1 - p). Each run's are a
 * function of its seed, or go on from a saved state; they are not PyTorch's.
 */
export function makeMasks(
  specs: readonly [ExperimentSpec, ...ExperimentSpec[]],
  from: readonly (GeneratorState | null)[] = [],
): Masks {
  const { layers } = specs[0].model;
  const shapes = layerShapes(layers);
  const generators = specs.map(({ seed }, run) => new Mt19937(from[run] ?? (seed ^ MASK_STREAM) >>> 0));
  return {
    draw(count) {
      const masks = new Map<number, tf.Tensor>();
      for (const [index, layer] of layers.entries()) {
        if (layer.kind !== "dropout" || !shapes.ok) continue;
        const size = count * sizeOf(shapes.value[index] ?? inputShape(layers));
        const keep = 1 / (1 - layer.p);
        const values = new Float32Array(generators.length * size);
        for (const [run, generator] of generators.entries()) {
          const draws = uniform(generator, { from: 0, to: 1, count: size });
          for (const [i, draw] of draws.entries()) values[run * size + i] = draw < layer.p ? 0 : keep;
        }
        masks.set(index, tf.tensor3d(values, [generators.length, count, size / count]));
      }
      return masks;
    },
    save: () => generators.map((generator) => generator.save()),
  };
}
