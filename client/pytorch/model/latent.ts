import type { Layer } from "../../../shared/spec/layers.ts";

/**
 * The layer whose output is the latent where forward returns the reconstruction alone: of all layers before the last one with
 * weights, the one that gives the fewest numbers, and the first of those that give as few. Activations directly after it
 * belong to it, because the next layer reads what they give. 0 where there is only one layer with weights.
 */
export function bottleneckOf(layers: readonly { readonly layer: Layer; readonly size: number }[]): number {
  const last = layers.findLastIndex(({ layer }) => "in" in layer);
  const first = layers.findIndex(({ layer }) => "in" in layer);
  const between = layers.slice(first, last);
  if (between.length === 0) return Math.max(0, first);
  const least = Math.min(...between.map(({ size }) => size));
  let at = first + between.findIndex(({ size }) => size === least);
  while (at + 1 < last && isActivation(layers[at + 1]?.layer)) at++;
  return at;
}

function isActivation(layer: Layer | undefined): boolean {
  return layer !== undefined && ["relu", "leakyRelu", "sigmoid", "tanh"].includes(layer.kind);
}
