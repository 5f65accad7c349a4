import { type Digits, PIXELS } from "../dataset/digits.ts";
import { scaleImages } from "../dataset/scaling.ts";
import { splitExamples } from "../dataset/split.ts";
import { initialWeights } from "../model/initial-weights.ts";
import type { Weights } from "../model/weights.ts";
import { Mt19937 } from "../random/mt19937.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { latentSize } from "../spec/latent-width.ts";
import { rebuildByPca, trainComponents } from "../training/principal-components.ts";
import { type Rebuilt, rebuild } from "./rebuild.ts";
import { reconstructionErrors } from "./reconstruction-error.ts";

type Model = { readonly spec: ExperimentSpec; readonly weights: Weights };

/** What a run is set beside: another run, or its own model before the first step. */
export type Rival = ({ readonly kind: "run" } & Model) | { readonly kind: "untrained" };

/** The anomaly score of every image of the data by a run, by what it is compared with, and by two baselines that nobody trains. */
export type BenchScores = {
  readonly run: Rebuilt;
  readonly rival: Rebuilt | null;
  /** PCA of the train images through as many numbers as the latent; null where those are all 64: it then keeps every image. */
  readonly pca: Float64Array | null; // [n]
  /** The distance from the train images' mean. */
  readonly mean: Float64Array; // [n]
};

/**
 * The examples whose scores are compared, as places in the data: the test images, and where one digit was trained on those of that
 * digit too, the held-out ones where there are some.
 */
export function benchExamples(split: ExperimentSpec["dataset"]["split"], labels: Uint8Array): Int32Array {
  const { test, train, heldOut } = splitExamples(split, labels);
  if (split.kind === "random") return test;
  return Int32Array.of(...(heldOut.length === 0 ? train : heldOut), ...test);
}

/** Scores every image of the data, in its order. A rival has its own scaling. */
export function scoreOnBench({
  spec,
  weights,
  rival,
  digits,
}: Model & { readonly rival: Rival | null; readonly digits: Digits }): BenchScores {
  const images = scaleImages(digits, spec.dataset.scaling);
  const components = trainComponents(spec.dataset, digits);
  const width = latentSize(spec.model);
  const mean = images.map((_, i) => components.mean[i % PIXELS]);
  return {
    run: rebuild({ spec, weights, digits }),
    rival: rival && rebuild({ ...modelOf(rival, spec), digits }),
    pca: width < PIXELS ? reconstructionErrors(images, rebuildByPca(components, images, width)) : null,
    mean: reconstructionErrors(images, mean),
  };
}

function modelOf(rival: Rival, spec: ExperimentSpec): Model {
  if (rival.kind === "run") return rival;
  return { spec, weights: initialWeights(spec.model.layers, new Mt19937(spec.seed)) };
}
