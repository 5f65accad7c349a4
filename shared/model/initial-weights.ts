import type { Mt19937 } from "../random/mt19937.ts";
import { uniform } from "../random/torch.ts";
import type { Layer } from "../spec/layers.ts";
import { listParameters, volume } from "../spec/parameters.ts";
import type { Weights } from "./weights.ts";

/**
 * PyTorch's default weights, to the bit, for a generator that `manual_seed` has just seeded: layer by layer, weight
 * before bias. Weights are `kaiming_uniform_(a=sqrt(5))`, biases `uniform_(-1/sqrt(fanIn), 1/sqrt(fanIn))`
 * (torch/nn/modules/linear.py and conv.py, `reset_parameters`).
 */
export function initialWeights(layers: readonly Layer[], generator: Mt19937): Weights {
  const weights = new Map<string, Float32Array>();
  for (const { name, role, shape, fanIn } of listParameters(layers)) {
    // The same number on paper; these are PyTorch's operations in PyTorch's order, so the last bit agrees.
    const bound =
      role === "weight"
        ? Math.sqrt(3) * (Math.sqrt(2 / (1 + Math.sqrt(5) ** 2)) / Math.sqrt(fanIn))
        : 1 / Math.sqrt(fanIn);
    weights.set(name, uniform(generator, { from: -bound, to: bound, count: volume(shape) }));
  }
  return weights;
}
