import type { LayerRecipe } from "../../interpreter/value.ts";
import type { Options } from "../options.ts";

/** Reads the arguments of a PyTorch layer into what it does; null after a complaint. */
export type Maker = (options: Options) => LayerRecipe | null;

/** A layer that does not work in place. */
export function plain(layer: Extract<LayerRecipe, { kind: "layer" }>["layer"]): LayerRecipe {
  return { kind: "layer", layer, inPlace: false };
}

export function isNumber(value: number | null | undefined): value is number {
  return value !== null && value !== undefined;
}

/** Options that only layers with weights have, at the values that the lab has. */
export const WEIGHT_DEFAULTS = {
  bias: { value: true, advice: "its layers have a bias; leave bias out" },
  dtype: { value: null, advice: "its layers hold float32; leave dtype out" },
} as const;

export const DILATION = { value: 1, advice: "leave dilation out" } as const;
