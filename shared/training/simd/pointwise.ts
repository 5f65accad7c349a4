import type { Planes } from "../../kernels/kernels.ts";
import type { LayerOf } from "../../spec/layers.ts";
import { sizeOf } from "../../spec/shapes.ts";
import { type Bench, layerOf, type TrainedLayer } from "./layer.ts";

/** y = x > 0 ? x : slope x; a slope of 0 is ReLU. */
export function trainLeakyRelu(slope: number, { kernels, wires, before }: Bench): TrainedLayer {
  const size = sizeOf(before);
  const { x, y, dx, dy } = wires;
  return layerOf({
    forward: (n) => kernels.leakyRelu(x, y, n * size, slope),
    backward: (n) => kernels.leakyReluBackward(x, dy, dx, n * size, slope),
  });
}

export function trainSigmoid({ kernels, wires, before }: Bench): TrainedLayer {
  const size = sizeOf(before);
  const { x, y, dx, dy } = wires;
  return layerOf({
    forward: (n) => kernels.sigmoid(x, y, n * size),
    backward: (n) => kernels.sigmoidBackward(y, dy, dx, n * size),
  });
}

export function trainTanh({ kernels, wires, before }: Bench): TrainedLayer {
  const size = sizeOf(before);
  const { x, y, dx, dy } = wires;
  return layerOf({
    forward: (n) => kernels.tanh(x, y, n * size),
    backward: (n) => kernels.tanhBackward(y, dy, dx, n * size),
  });
}

/** Dropout by masks of 0 and 1 / (1 - p), drawn by `drawMask` for each image that comes. */
export function trainDropout(
  { kernels, space, wires, before, most }: Bench,
  drawMask: (mask: Float32Array) => void,
): TrainedLayer {
  const size = sizeOf(before);
  const mask = space.take(most * size);
  const { x, y, dx, dy } = wires;
  return layerOf({
    forward(n) {
      drawMask(new Float32Array(kernels.memory.buffer, mask, n * size));
      kernels.multiplyBy(x, mask, y, n * size);
    },
    backward: (n) => kernels.multiplyBy(dy, mask, dx, n * size),
  });
}

export function trainMaxPool(
  { kernel }: LayerOf<"maxPool2d">,
  { kernels, space, wires, before, after, most }: Bench,
) {
  const [channels, height = 1, width = 1] = before;
  const winners = space.take(most * sizeOf(after));
  const planes = (n: number): Planes => [n * channels, height, width, kernel];
  return layerOf({
    forward: (n) => kernels.maxPool(wires.x, wires.y, winners, ...planes(n)),
    backward: (n) => kernels.maxPoolBackward(wires.dy, wires.dx, winners, ...planes(n)),
  });
}

export function trainUpsample(
  { factor }: LayerOf<"upsample2d">,
  { kernels, wires, before }: Bench,
): TrainedLayer {
  const [channels, height = 1, width = 1] = before;
  const planes = (n: number): Planes => [n * channels, height, width, factor];
  return layerOf({
    forward: (n) => kernels.upsample(wires.x, wires.y, ...planes(n)),
    backward: (n) => kernels.upsampleBackward(wires.dy, wires.dx, ...planes(n)),
  });
}
