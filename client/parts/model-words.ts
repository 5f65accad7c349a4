import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { latentWidth } from "../../shared/spec/latent-width.ts";
import type { SweepSpec } from "../../shared/spec/sweep.ts";

/** What the latent's width is called: a linear model has a hidden size, a convolution kernels. */
export function widthWord(spec: ExperimentSpec): "hidden size" | "kernels" {
  return isConvolutional(spec) ? "kernels" : "hidden size";
}

/** The letter that stands for the width on axes: `h = 20`, `k = 5`. */
export function widthSymbol(spec: ExperimentSpec): "h" | "k" {
  return isConvolutional(spec) ? "k" : "h";
}

export function isConvolutional(spec: ExperimentSpec): boolean {
  return spec.model.layers[0]?.kind === "conv2d";
}

/** The widths that a sweep trains: its list, or the spec's own. */
export function widthsOf({ widths, spec }: SweepSpec): readonly number[] {
  if (widths.length > 0) return widths;
  const own = latentWidth(spec);
  return own === null ? [] : [own];
}

export function describeWidths(sweep: SweepSpec): string {
  return widthsOf(sweep).join(", ");
}

/** The model in a line: `64 – h – 64, linear`, `1 – k – 1 kernels of 3 × 3`. */
export function describeModel(sweep: SweepSpec): string {
  const { layers } = sweep.spec.model;
  const symbol =
    widthsOf(sweep).length > 1 ? widthSymbol(sweep.spec) : String(latentWidth(sweep.spec) ?? "?");
  const [first, second] = layers;
  if (layers.length === 2 && first?.kind === "linear" && second?.kind === "linear") {
    return `${first.in} – ${symbol} – ${second.out}, linear`;
  }
  if (layers.length === 2 && first?.kind === "conv2d" && second?.kind === "conv2d") {
    return `${first.in} – ${symbol} – ${second.out} channels, ${first.kernel} × ${first.kernel} kernels`;
  }
  return `${layers.length} layers: ${layers.map(({ kind }) => kind).join(", ")}`;
}
