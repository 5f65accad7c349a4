import type { LayerOf } from "../../spec/layers.ts";
import { type Bench, layerOf, type TrainedLayer } from "./layer.ts";
import { takePart } from "./team.ts";

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
      if (needsInput) kernels.product(dy, outputs, 1, weight.value, dx, n, outputs, inputs, 0, false);
    },
    gather(images, part) {
      const { first, n } = takePart(outputs, part);
      const from = dy + 4 * first;
      const row = weight.gradient + 4 * first * inputs;
      kernels.product(from, 1, outputs, x, row, n, images, inputs, 0, true);
      kernels.columnSums(from, bias.gradient + 4 * first, images, n, outputs);
    },
  });
}
