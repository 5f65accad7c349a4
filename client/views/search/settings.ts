import type { Complaint } from "../../../shared/explain.ts";
import { type Result, success } from "../../../shared/result.ts";
import { type ExperimentSpec, parseSpec } from "../../../shared/spec/experiment.ts";
import { latentSize, latentWidth } from "../../../shared/spec/latent-width.ts";
import type { LayerOf } from "../../../shared/spec/layers.ts";
import { withLatentWidth } from "../../../shared/spec/sweep.ts";

/** What a search varies: what keeps a model from giving everything back well. */
export type Settings = {
  readonly dropout: number;
  /** `loss.latentL1` */
  readonly l1: number;
  /** `optimizer.weightDecay` */
  readonly l2: number;
  readonly width: number;
};

/** The settings of a spec; of several dropout layers, those of the first. */
export function settingsOf(spec: ExperimentSpec): Settings {
  return {
    dropout: spec.model.layers.find((layer) => layer.kind === "dropout")?.p ?? 0,
    l1: spec.loss.latentL1,
    l2: spec.optimizer.weightDecay,
    width: latentWidth(spec) ?? latentSize(spec.model),
  };
}

/** The same spec with another shape; fails where it has no width that can be changed, or the outcome is refused. */
export function withShape(
  spec: ExperimentSpec,
  { width, dropout }: Pick<Settings, "width" | "dropout">,
): Result<ExperimentSpec, Complaint> {
  const own = settingsOf(spec);
  const sized = width === own.width ? success(spec) : withLatentWidth(spec, width);
  if (!sized.ok || dropout === own.dropout) return sized;
  return parseSpec({ ...sized.value, model: withDropout(sized.value.model, dropout) });
}

/** The same spec with other penalties. */
export function withPenalties(spec: ExperimentSpec, { l1, l2 }: Pick<Settings, "l1" | "l2">): ExperimentSpec {
  return {
    ...spec,
    loss: { ...spec.loss, latentL1: l1 },
    optimizer: { ...spec.optimizer, weightDecay: l2 },
  };
}

/** Sets every dropout layer; where there is none, one is put behind the latent, so that it is the decoder that must do without. */
function withDropout({ layers, latentAfter }: ExperimentSpec["model"], p: number): ExperimentSpec["model"] {
  const dropout: LayerOf<"dropout"> = { kind: "dropout", p };
  const set = layers.some(({ kind }) => kind === "dropout")
    ? layers.map((layer) => (layer.kind === "dropout" ? dropout : layer))
    : layers.toSpliced(latentAfter + 1, 0, dropout);
  return { layers: set, latentAfter };
}
