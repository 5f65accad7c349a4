import type { Baseline } from "../../shared/api/boards.ts";
import { builtInSpec, pcaBeside, pcaValue } from "../../shared/boards/baselines.ts";
import { type BoardRule, hasFloor } from "../../shared/boards/rule.ts";
import { type Digits, PIXELS } from "../../shared/dataset/digits.ts";
import { measure } from "../../shared/metrics/evaluate.ts";
import type { Measures } from "../../shared/metrics/measures.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { specId } from "../../shared/spec/identity.ts";
import { latentSize } from "../../shared/spec/latent-width.ts";
import { countParameters } from "../../shared/spec/parameters.ts";
import { trainByMoments } from "../../shared/training/moments.ts";
import { canReproduce } from "../../shared/training/reproduction-cost.ts";
import { trainMoments } from "../../shared/training/second-moments.ts";
import { openKernels } from "../kernels.ts";

/** What a ranking is read beside, computed here and now by what every run is checked with. `width` is null where all are ranked together. */
export function buildBaselines(rule: BoardRule, width: number | null, digits: Digits): readonly Baseline[] {
  const spec = builtInSpec(rule, width);
  const size = rule.limits.latentSize ?? (spec === null ? null : latentSize(spec.model));
  const beside = (latent: number) => pcaBeside(rule, latent, digits);
  const baseline = (
    kind: Baseline["kind"],
    { value, latent, parameters }: { value: number | null; latent: number; parameters: number | null },
  ): readonly Baseline[] => {
    if (value === null) return [];
    // Those of a width are told beside that width's floor, however few numbers they pass themselves.
    const reference = kind === "floor" ? null : beside(size ?? latent);
    const distance = reference === null ? null : value - reference;
    return [{ kind, value, distance, latentSize: latent, parameters }];
  };
  return [
    ...(size === null || !hasFloor(rule)
      ? []
      : baseline("floor", { value: beside(size), latent: size, parameters: null })),
    ...(spec === null
      ? []
      : baseline("builtIn", {
          value: builtInMeasures(spec, digits)?.[rule.metric] ?? null,
          latent: latentSize(spec.model),
          parameters: countParameters(spec.model.layers),
        })),
    ...(size === null
      ? []
      : baseline("pca", {
          value: pcaValue(rule, size, digits),
          latent: size,
          parameters: PIXELS * (size + 1),
        })),
    ...baseline("mean", { value: pcaValue(rule, 0, digits), latent: 0, parameters: PIXELS }),
  ];
}

const MAX_KNOWN = 200;
const known = new Map<string, Measures | null>();

/** The numbers of a spec that the server trains itself, once an isolate; null where that would take too long. */
function builtInMeasures(spec: ExperimentSpec, digits: Digits): Measures | null {
  const id = specId(spec);
  const found = known.get(id);
  if (found !== undefined) return found;
  const measures = canReproduce(spec, "moments") ? trainAndMeasure(spec, digits) : null;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(id, measures);
  return measures;
}

function trainAndMeasure(spec: ExperimentSpec, digits: Digits): Measures | null {
  let last: Measures | null = null;
  for (const step of trainByMoments(spec, trainMoments(spec.dataset, digits), openKernels())) {
    if (step.epoch === spec.epochs - 1 && step.trainLoss !== null)
      last = measure({ spec, weights: step.weights(), digits });
  }
  return last;
}
