import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { latentWidth } from "../../../shared/spec/latent-width.ts";
import { describeModel, widthSymbol } from "../../parts/model-words.ts";

/** A run's model and seed in a few words, for a table: `64 – 20 – 64, linear, seed 3`. */
export function nameModel(spec: ExperimentSpec): string {
  return `${describeModel({ spec, widths: [], seeds: [] })}, seed ${spec.seed}`;
}

/** `MLP autoencoders, h = 20`; what is known of a run whose spec is not at hand. */
export function nameRun({
  title,
  width,
  spec,
}: {
  title: string | null;
  width: number | null;
  spec: ExperimentSpec | null;
}): string {
  if (title === null) return "own experiment";
  const symbol = spec === null ? "width" : widthSymbol(spec);
  return width === null || (spec !== null && latentWidth(spec) === null)
    ? title
    : `${title}, ${symbol} = ${width}`;
}
