import type { LayerOf } from "../../spec/layers.ts";
import { type Bench, layerOf, type TrainedLayer } from "./layer.ts";
import { takePart } from "./team.ts";

/** y = x W^T + b; dW += dy^T x, db += sums of dy, dx = dy W. W is [out, in]. */
export function trainLinear(
  layer: LayerOf<"linear">,
  { kernels, wires, turned, tensor }: Bench,
): TrainedLayer {
  const { in: inputs, out: outputs } = layer;
  const { x, y, dx, dy } = wires;
  const [weight, bias] = [tensor("weight"), tensor("bias")];
  return layerOf({
    prepare: () => kernels.transpose(weight.value, turned, outputs, inputs),
    forward: (n) => kernels.product(x, inputs, 1, turned, y, n, inputs, outputs, bias.value, false),
    backward(n, needsInput) {
      if (needsInput) kernels.product(dy, outputs, 1, weight.value, dx, n, outputs, inputs, 0, false);
    },
    gather({ start, count }, block) {
      const { first, n } = takePart(outputs, block);
      if (n === 0) return;
      const slopes = dy + 4 * (start * outputs + first);
      const gradient = weight.gradient + 4 * first * inputs;
      kernels.product(slopes, 1, outputs, x + 4 * start * inputs, gradient, n, count, inputs, 0, true);
      kernels.columnSums(slopes, bias.gradient + 4 * first, count, n, outputs);
    },
  });
}
