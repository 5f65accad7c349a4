import type { Digits } from "../../shared/dataset/digits.ts";
import { type Rival, scoreOnBench } from "../../shared/metrics/anomaly-bench.ts";
import { type ScoreQuestion, scoreAnomalies } from "../../shared/metrics/anomaly-scores.ts";
import { besidePca } from "../../shared/metrics/beside-pca.ts";
import { describeData } from "../../shared/metrics/describe-data.ts";
import { mapLatent } from "../../shared/metrics/latent-map.ts";
import { noiseError } from "../../shared/metrics/noise-error.ts";
import { rebuild } from "../../shared/metrics/rebuild.ts";
import { findSeparation, type TwoHeaps } from "../../shared/metrics/separation.ts";
import { weightSpaces } from "../../shared/metrics/weight-spaces.ts";
import { affineMap } from "../../shared/model/affine-map.ts";
import { forward } from "../../shared/model/forward.ts";
import type { Weights } from "../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { testFloors } from "../../shared/training/pca-floor.ts";
import { type PrincipalComponents, trainComponents } from "../../shared/training/principal-components.ts";
import type { Stations } from "./measure.ts";

type Model = { readonly spec: ExperimentSpec; readonly weights: Weights };

/** What pages ask of the digits or of a model that takes a processor longer than a frame: pure functions, run beside the page. */
const ANALYSES = {
  /** The PCA floors of a data set's test images, [65], by width. */
  floors: ({ dataset }: { readonly dataset: ExperimentSpec["dataset"] }, digits: Digits) =>
    testFloors(dataset, digits),
  scores: (question: Omit<ScoreQuestion, "digits">, digits: Digits) =>
    scoreAnomalies({ ...question, digits }),
  /** What PCA knows of a data set's train images; copied, as the worker keeps what it found. */
  components: ({ dataset }: Pick<ExperimentSpec, "dataset">, digits: Digits): PrincipalComponents => {
    const { mean, components, variances } = trainComponents(dataset, digits);
    return { mean: mean.slice(), components: components.slice(), variances: variances.slice() };
  },
  /** How near the ends of a model come to the space of PCA, from snapshot to snapshot. */
  spaces: (
    { spec, snapshots }: { readonly spec: ExperimentSpec; readonly snapshots: readonly Weights[] },
    digits: Digits,
  ) => weightSpaces(spec, snapshots, trainComponents(spec.dataset, digits)),
  /** What a model makes of every image. */
  rebuilt: (model: Model, digits: Digits) => rebuild({ ...model, digits }),
  /** What theory says of a data set: floors and directions. */
  data: ({ dataset }: { readonly dataset: ExperimentSpec["dataset"] }, digits: Digits) =>
    describeData(dataset, digits),
  /** What an affine model is expected to make of noise; null of any other. */
  noise: ({ spec, weights }: Model) => noiseError(spec.model, weights),
  /** Errors and slope at several places of a training, on kernels that are loaded for it. */
  measured: async (stations: Stations, digits: Digits) =>
    (await import("./measure.ts")).measure(stations, digits),
  /** The anomaly scores of every image, by a model, what it is compared with, and the baselines. */
  bench: (question: Model & { readonly rival: Rival | null }, digits: Digits) =>
    scoreOnBench({ ...question, digits }),
  /** How well each pair of heaps is told apart. */
  separations: ({ heaps }: { readonly heaps: readonly TwoHeaps[] }) =>
    heaps.map((two) => findSeparation(two)),
  /** The same few images through several models, each beside PCA of its width. */
  besidePca,
  /** What a model makes of one image [64] in its scaling, which comes back with it. */
  rebuiltImage: ({ spec, weights, image }: Model & { readonly image: Float32Array }) => ({
    image,
    reconstruction: forward(spec.model, weights, image).output,
  }),
  /** What a model of affine layers alone does to any image. */
  affineMap: ({ spec, weights }: Model) => affineMap(spec.model, weights),
  /** Where the codes of all images lie. */
  latent: (model: Model, digits: Digits) => mapLatent({ ...model, digits }),
};

export type AnalysisName = keyof typeof ANALYSES;
export type Question<Name extends AnalysisName> = Parameters<(typeof ANALYSES)[Name]>[0];
export type Finding<Name extends AnalysisName> = Awaited<ReturnType<(typeof ANALYSES)[Name]>>;

/** A question with the data that it is about. */
export type Inquiry<Name extends AnalysisName> = {
  readonly name: Name;
  readonly question: Question<Name>;
  readonly digits: Digits;
};

export async function analyze<Name extends AnalysisName>({
  name,
  question,
  digits,
}: Inquiry<Name>): Promise<Finding<Name>> {
  const table: {
    readonly [N in AnalysisName]: (question: Question<N>, digits: Digits) => Finding<N> | Promise<Finding<N>>;
  } = ANALYSES;
  return table[name](question, digits);
}

/** The numbers that a finding is made of: handed over between threads, not copied. */
export function buffersOf(finding: unknown): readonly ArrayBuffer[] {
  if (ArrayBuffer.isView(finding)) return finding.buffer instanceof ArrayBuffer ? [finding.buffer] : [];
  if (typeof finding !== "object" || finding === null) return [];
  return [...new Set(Object.values(finding).flatMap(buffersOf))];
}
