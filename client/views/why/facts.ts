import type { Metrics } from "../../../shared/api/runs.ts";
import { DIGITS_COUNT } from "../../../shared/dataset/digits.ts";
import type { NoiseError } from "../../../shared/metrics/noise-error.ts";
import type { Spectrum } from "../../../shared/metrics/spectrum.ts";
import { isAffine } from "../../../shared/model/affine-map.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { canonicalJson, sha256Hex } from "../../../shared/spec/identity.ts";
import { latentWidth } from "../../../shared/spec/latent-width.ts";
import { sweepKey } from "../../../shared/spec/sweep.ts";
import { spreadOf } from "../../plot/spread.ts";

/** What a question needs of a run; the losses where they are at hand. */
export type RunNumbers = {
  readonly spec: ExperimentSpec;
  readonly metrics: Metrics;
  readonly trainLoss?: readonly number[];
};

/** What the reader has measured, and what is worked out of it beside the page: null until it is there. */
export type Facts = {
  readonly run: RunNumbers;
  /** All that is known, `run` first; each spec once. */
  readonly runs: readonly RunNumbers[];
  readonly data: {
    readonly floors: { readonly train: Float64Array; readonly test: Float64Array };
    readonly spectrum: { readonly train: Spectrum };
  } | null;
  /** Of `run`; null of a model with an activation, too. */
  readonly noise: NoiseError | null;
  /** The AUROC of `run` where single pixels are scored. */
  readonly pixelAuroc: number | null;
};

/** Those whose numbers are all finite, one for each spec: the first. */
export function distinctRuns(runs: readonly RunNumbers[]): readonly RunNumbers[] {
  const known = new Map<string, RunNumbers>();
  for (const run of runs) {
    const key = canonicalJson(run.spec);
    const allFinite = Object.values(run.metrics).every(
      (value) => value === undefined || Number.isFinite(value),
    );
    if (allFinite && !known.has(key)) known.set(key, run);
  }
  return [...known.values()];
}

/** A width of a sweep: the means over its seeds. */
export type WidthNumbers = {
  readonly width: number;
  readonly seeds: number;
  readonly trainMse: number;
  readonly testMse: number;
  readonly randomMse: number;
  /** The loss of the first epoch, before any update; null where no run's losses are at hand. */
  readonly firstLoss: number | null;
};

/** The widths of the sweep that a run belongs to, the narrowest first. */
export function widthsOfSweep(run: RunNumbers, runs: readonly RunNumbers[]): readonly WidthNumbers[] {
  const key = sweepKey(run.spec);
  const byWidth = new Map<number, RunNumbers[]>();
  for (const one of runs) {
    const width = latentWidth(one.spec);
    if (width !== null && sweepKey(one.spec) === key)
      byWidth.set(width, [...(byWidth.get(width) ?? []), one]);
  }
  const meanOf = (values: readonly number[]) => spreadOf(values)?.mean ?? Number.NaN;
  return Array.from(byWidth, ([width, some]) => {
    const firsts = some.flatMap(({ trainLoss }) => trainLoss?.slice(0, 1) ?? []);
    return {
      width,
      seeds: some.length,
      trainMse: meanOf(some.map(({ metrics }) => metrics.trainMse)),
      testMse: meanOf(some.map(({ metrics }) => metrics.testMse)),
      randomMse: meanOf(some.map(({ metrics }) => metrics.randomMse)),
      firstLoss: firsts.length === 0 ? null : meanOf(firsts),
    };
  }).toSorted((a, b) => a.width - b.width);
}

/** A short name of all that a spec says but width and seed: what is predicted of one setting says nothing of another. */
export function settingOf(spec: ExperimentSpec): string {
  return sha256Hex(new TextEncoder().encode(sweepKey(spec))).slice(0, 8);
}

/** How many steps a run on all digits takes. */
export function countSteps({ dataset, batchSize, epochs }: ExperimentSpec): number {
  const { split } = dataset;
  if (batchSize === "full" || split.kind !== "random") return epochs;
  const examples = DIGITS_COUNT - Math.ceil(DIGITS_COUNT * split.testFraction);
  return epochs * Math.ceil(examples / batchSize);
}

/** Whether a run was trained on all digits, or on one. */
export function isOnAllDigits({ spec }: RunNumbers): boolean {
  return spec.dataset.split.kind === "random";
}

export function isConvolutionPair({ spec }: RunNumbers): boolean {
  const { layers } = spec.model;
  return layers.length === 2 && layers.every(({ kind }) => kind === "conv2d") && isAffine(spec.model);
}

/** 64 - h - 64 without activations, dropout or more layers. */
export function isPlainLinear({ spec }: RunNumbers): boolean {
  const { layers } = spec.model;
  return layers.length === 2 && layers.every(({ kind }) => kind === "linear");
}

/** The same with a ReLU behind the hidden layer. */
export function isReluBetween({ spec }: RunNumbers): boolean {
  const kinds = spec.model.layers.map(({ kind }) => kind);
  return kinds.join(" ") === "linear relu linear";
}
