import type { LayerOf } from "../../spec/layers.ts";
import { type Bench, layerOf, type TrainedLayer } from "./layer.ts";

/** y = x W^T + b; dW += dy^T x, db += sums of dy, dx = dy W. W is [out, in]. */
export function trainLinear(
  layer: LayerOf<"linear">,
  { kernels, space, wires, tensor }: Bench,
): TrainedLayer {
  const { in: inputs, out: outputs } = layer;
  const { x, y, dx, dy } = wires;
  const [weight, bias] = [tensor("weight"), tensor("bias")];
  const transposed = space.take(inputs * outputs); // [in, out]
  return layerOf({
    prepare: () => kernels.transpose(weight.value, transposed, outputs, inputs),
    forward: (n) => kernels.product(x, inputs, 1, transposed, y, n, inputs, outputs, bias.value, false),
    backward(n, needsInput) {
      kernels.product(dy, 1, outputs, x, weight.gradient, outputs, n, inputs, 0, true);
      kernels.columnSums(dy, bias.gradient, n, outputs);
      if (needsInput) kernels.product(dy, outputs, 1, weight.value, dx, n, outputs, inputs, 0, false);
    },
  });
}
