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

/** The same spec with other settings; fails where it has no width that can be changed, or the outcome is refused. */
export function withSettings(spec: ExperimentSpec, settings: Settings): Result<ExperimentSpec, Complaint> {
  const own = settingsOf(spec);
  const sized = settings.width === own.width ? success(spec) : withLatentWidth(spec, settings.width);
  if (!sized.ok) return sized;
  const { model, loss, optimizer } = sized.value;
  return parseSpec({
    ...sized.value,
    model: settings.dropout === own.dropout ? model : withDropout(model, settings.dropout),
    loss: { ...loss, latentL1: settings.l1 },
    optimizer: { ...optimizer, weightDecay: settings.l2 },
  });
}

/** Sets every dropout layer; where there is none, one is put behind the latent, so that it is the decoder that must do without. */
function withDropout({ layers, latentAfter }: ExperimentSpec["model"], p: number): ExperimentSpec["model"] {
  const dropout: LayerOf<"dropout"> = { kind: "dropout", p };
  const set = layers.some(({ kind }) => kind === "dropout")
    ? layers.map((layer) => (layer.kind === "dropout" ? dropout : layer))
    : layers.toSpliced(latentAfter + 1, 0, dropout);
  return { layers: set, latentAfter };
}
