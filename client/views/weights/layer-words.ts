import type { Layer } from "../../../shared/spec/layers.ts";
import type { Shape } from "../../../shared/spec/shapes.ts";
import { formatNumber, plural } from "../../parts/numbers.ts";

/** What a layer does, in a few words. */
export function describeLayer(layer: Layer): string {
  switch (layer.kind) {
    case "linear":
      return `Linear, ${formatNumber(layer.in)} to ${plural(layer.out, "number")}`;
    case "conv2d":
      return `Convolution, ${describeKernels(layer)}`;
    case "convTranspose2d":
      return `Transposed convolution, ${describeKernels(layer)}`;
    case "maxPool2d":
      return `Max pooling: the largest of each ${layer.kernel} × ${layer.kernel}`;
    case "upsample2d":
      return `Upsampling: each pixel ${layer.factor} × ${layer.factor} times`;
    case "relu":
      return "ReLU: what is below zero becomes zero";
    case "leakyRelu":
      return `Leaky ReLU: what is below zero, times ${formatNumber(layer.negativeSlope)}`;
    case "sigmoid":
      return "Sigmoid: pressed between 0 and 1";
    case "tanh":
      return "Tanh: pressed between -1 and 1";
    case "flatten":
      return "Flatten: the channels in one row";
    case "unflatten":
      return "Unflatten: a row as channels";
    case "dropout":
      return "Dropout: nothing is dropped once it is trained";
    default:
      return layer satisfies never;
  }
}

/** `16 channels of 8 × 8`, `20 numbers`. */
export function describeShape(shape: Shape): string {
  const [count, height, width] = shape;
  return height === undefined
    ? plural(count, "number")
    : `${plural(count, "channel")} of ${height} × ${width}`;
}

function describeKernels(layer: Extract<Layer, { kind: "conv2d" | "convTranspose2d" }>): string {
  const { kernel, stride = 1 } = layer;
  const channels = `${formatNumber(layer.in)} to ${plural(layer.out, "channel")}`;
  return `${channels}, ${kernel} × ${kernel} kernels${stride === 1 ? "" : `, stride ${stride}`}`;
}
