import type { Layer } from "../../../shared/spec/layers.ts";

/** A layer as PyTorch makes it: `nn.Linear(64, 20)`. */
export function moduleOf(layer: Layer): string {
  switch (layer.kind) {
    case "linear":
      return `nn.Linear(${layer.in}, ${layer.out})`;
    case "conv2d":
      return `nn.Conv2d(${convolution(layer)})`;
    case "convTranspose2d": {
      const outside = layer.outputPadding === undefined ? "" : `, output_padding=${layer.outputPadding}`;
      return `nn.ConvTranspose2d(${convolution(layer)}${outside})`;
    }
    case "maxPool2d":
      return `nn.MaxPool2d(${layer.kernel})`;
    case "upsample2d":
      return `nn.Upsample(scale_factor=${layer.factor})`;
    case "flatten":
      return "nn.Flatten()";
    case "unflatten":
      return `nn.Unflatten(1, (${layer.shape.join(", ")}))`;
    case "relu":
      return "nn.ReLU()";
    case "leakyRelu":
      return `nn.LeakyReLU(${layer.negativeSlope})`;
    case "sigmoid":
      return "nn.Sigmoid()";
    case "tanh":
      return "nn.Tanh()";
    case "dropout":
      return `nn.Dropout(${layer.p})`;
    default:
      return layer satisfies never;
  }
}

/** All layers as one model. */
export function sequentialOf(layers: readonly Layer[]): string {
  return `nn.Sequential(${layers.map(moduleOf).join(", ")})`;
}

/** Whether a layer is one of those that `hidden-state.ts` finds again by their order. */
export function hasWeights({ kind }: Layer): boolean {
  return kind === "linear" || kind === "conv2d" || kind === "convTranspose2d";
}

function convolution(layer: {
  readonly in: number;
  readonly out: number;
  readonly kernel: number;
  readonly padding: number;
  readonly stride?: number | undefined;
}): string {
  const stride = layer.stride === undefined ? "" : `, stride=${layer.stride}`;
  return `${layer.in}, ${layer.out}, kernel_size=${layer.kernel}${stride}, padding=${layer.padding}`;
}
