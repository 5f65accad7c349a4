import * as tf from "@tensorflow/tfjs-core";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import { uniform } from "../../../shared/random/torch.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { inputShape, layerShapes, type Shape } from "../../../shared/spec/shapes.ts";

/** Keeps the masks' draws apart from those of weights and batches, which must be PyTorch's. */
const MASK_STREAM = 0x6d61736b;

/**
 * Dropout's masks for one step after another: 0 with probability p, else 1 / (1 - p), a function of the spec's seed.
 * They are not PyTorch's. The tensors belong to the tidy that the caller is in.
 */
export function makeMasks(spec: ExperimentSpec): (count: number) => ReadonlyMap<number, tf.Tensor> {
  const { layers } = spec.model;
  const shapes = layerShapes(layers);
  const generator = new Mt19937((spec.seed ^ MASK_STREAM) >>> 0);
  return (count) => {
    const masks = new Map<number, tf.Tensor>();
    for (const [index, layer] of layers.entries()) {
      if (layer.kind !== "dropout" || !shapes.ok) continue;
      const shape = batchShape(count, shapes.value[index] ?? inputShape(layers));
      const keep = 1 / (1 - layer.p);
      const draws = uniform(generator, { from: 0, to: 1, count: shape.reduce((a, b) => a * b, 1) });
      masks.set(
        index,
        tf.tensor(
          draws.map((draw) => (draw < layer.p ? 0 : keep)),
          shape,
        ),
      );
    }
    return masks;
  };
}

function batchShape(count: number, shape: Shape): number[] {
  return shape.length === 1 ? [count, shape[0]] : [count, shape[1], shape[2], shape[0]];
}
