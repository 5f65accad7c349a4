import type { Weights } from "../../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { LayerOf } from "../../../shared/spec/layers.ts";
import type { Pictures } from "../../parts/pictures.ts";

export type KernelLayer = {
  /** Its place among the model's layers. */
  readonly index: number;
  readonly layer: LayerOf<"conv2d" | "convTranspose2d">;
};

/** From which channel to which a kernel goes, counted from 0. */
export type Way = { readonly from: number; readonly to: number };

export function kernelLayers({ layers }: ExperimentSpec["model"]): readonly KernelLayer[] {
  return layers.flatMap((layer, index) =>
    layer.kind === "conv2d" || layer.kind === "convTranspose2d" ? [{ index, layer }] : [],
  );
}

/** A layer's kernels in the order of its tensor: PyTorch's [out, in, k, k], transposed [in, out, k, k]. */
export function kernelPictures({ index, layer }: KernelLayer, weights: Weights): Pictures {
  const { kernel } = layer;
  const values = weights.get(`${index}.weight`) ?? new Float32Array(0);
  return { values, count: values.length / kernel ** 2, height: kernel, width: kernel };
}

export function wayOf({ layer }: KernelLayer, picture: number): Way {
  return layer.kind === "conv2d"
    ? { from: picture % layer.in, to: Math.floor(picture / layer.in) }
    : { from: Math.floor(picture / layer.out), to: picture % layer.out };
}
