import type { Layer } from "./layers.ts";

/** A named tensor of the model as PyTorch's `state_dict` of an `nn.Sequential` has it: `0.weight`, `0.bias`. */
export type Parameter = {
  readonly name: string;
  readonly layer: number;
  readonly role: "weight" | "bias";
  readonly shape: readonly number[];
  /** Inputs that meet in one output; PyTorch's default bounds are 1 / sqrt(fanIn). */
  readonly fanIn: number;
};

/** All parameters, layer by layer, weight before bias: the order in which PyTorch draws them. */
export function listParameters(layers: readonly Layer[]): readonly Parameter[] {
  return layers.flatMap((layer, index) => {
    const weight = weightShape(layer);
    if (weight === null) return [];
    const [, second = 1, ...area] = weight;
    // PyTorch's fan_in is size(1) x kernel area, also for the transposed [in, out, k, k].
    const fanIn = area.reduce((product, n) => product * n, second);
    const bias = layer.kind === "convTranspose2d" ? second : (weight[0] ?? 0);
    return [
      { name: `${index}.weight`, layer: index, role: "weight" as const, shape: weight, fanIn },
      { name: `${index}.bias`, layer: index, role: "bias" as const, shape: [bias], fanIn },
    ];
  });
}

export function countParameters(layers: readonly Layer[]): number {
  return listParameters(layers).reduce((sum, { shape }) => sum + volume(shape), 0);
}

export function volume(shape: readonly number[]): number {
  return shape.reduce((product, n) => product * n, 1);
}

function weightShape(layer: Layer): readonly number[] | null {
  switch (layer.kind) {
    case "linear":
      return [layer.out, layer.in];
    case "conv2d":
      return [layer.out, layer.in, layer.kernel, layer.kernel];
    case "convTranspose2d":
      return [layer.in, layer.out, layer.kernel, layer.kernel];
    default:
      return null;
  }
}
