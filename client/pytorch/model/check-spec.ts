import { MAX_LAYERS } from "../../../shared/limits.ts";
import { parseSpec } from "../../../shared/spec/experiment.ts";
import type { Layer } from "../../../shared/spec/layers.ts";
import type { Span, SpanComplaint } from "../complaint.ts";
import type { Flow } from "../interpreter/value.ts";

/** What the spec's own check says of a model: its limits, and whatever else the reader did not see. */
export function checkSpec(
  { layers, latentAfter }: { readonly layers: readonly Layer[]; readonly latentAfter: number },
  flows: readonly Flow[],
  nameAt: Span,
): readonly SpanComplaint[] {
  const spec = parseSpec({
    version: 1,
    dataset: { id: "digits", scaling: "standardize", split: { kind: "random", testFraction: 0.5, seed: 0 } },
    model: { layers, latentAfter },
    loss: { kind: "mse" },
    optimizer: { kind: "adam", learningRate: 0.001 },
    epochs: 1,
    batchSize: "full",
    seed: 0,
  });
  if (spec.ok) return [];
  if (layers.length > MAX_LAYERS) {
    const message = `this makes ${layers.length} layers; the lab takes up to ${MAX_LAYERS}`;
    return [{ from: nameAt.from, to: nameAt.to, message }];
  }
  const { path, message } = spec.error;
  const index = /^model\.layers\[(\d+)\]/.exec(path)?.[1];
  const step = index === undefined ? null : (flows[Number(index)]?.step ?? null);
  const at = step?.module?.at ?? step?.at ?? nameAt;
  const field = path.split(".").at(-1) ?? "";
  const of = /^[a-zA-Z]+$/.test(field) && index !== undefined ? `its ${field}: ` : "";
  return [{ from: at.from, to: at.to, message: `the lab does not take this model: ${of}${message}` }];
}
