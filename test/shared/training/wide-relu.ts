import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { readReference } from "../reference.ts";

/** 64-200-64 with ReLU: a run that several threads train together. */
export const wideRelu: ExperimentSpec = {
  ...readReference("mlp-20").spec,
  model: {
    layers: [{ kind: "linear", in: 64, out: 200 }, { kind: "relu" }, { kind: "linear", in: 200, out: 64 }],
    latentAfter: 1,
  },
};
