import { BUILT_IN_PROBLEMS } from "../assignment/problems.ts";
import { type Digits, PIXELS } from "../dataset/digits.ts";
import { pcaMeasures } from "../metrics/pca-measures.ts";
import { remember } from "../remember.ts";
import type { Dataset, ExperimentSpec } from "../spec/experiment.ts";
import { canonicalJson } from "../spec/identity.ts";
import { withLatentWidth } from "../spec/sweep.ts";
import { testFloors } from "../training/pca-floor.ts";
import { type BoardRule, specAround } from "./rule.ts";

const floorsOf = remember((digits: Digits, dataset: Dataset) => testFloors(dataset, digits));

type Question = Pick<BoardRule, "metric" | "dataset">;

/**
 * What a board's values are told beside, for models that pass `size` numbers through their latent: the PCA floor of the images that an
 * error is of, which no linear model can be below; where more is better, what PCA fitted to the train images gives. Null for random
 * data, which PCA of digits says nothing about.
 */
export function pcaBeside({ metric, dataset }: Question, size: number, digits: Digits): number | null {
  if (metric === "randomMse") return null;
  if (metric === "testMse") return floorsOf(digits, dataset)[Math.min(size, PIXELS)] ?? null;
  return finite(pcaMeasures(digits, dataset)(size)[metric]);
}

/** PCA fitted to the train images, through `size` numbers; through none it is their mean image. Null where it says nothing. */
export function pcaValue({ metric, dataset }: Question, size: number, digits: Digits): number | null {
  // Through 64 numbers and more, PCA gives every image back and tells none from another.
  return size >= PIXELS ? null : finite(pcaMeasures(digits, dataset)(size)[metric]);
}

/** How the built-in homework would train what a board ranks, at a width where it has several; null where it has nothing like it. */
export function builtInSpec({ dataset, limits }: BoardRule, width: number | null): ExperimentSpec | null {
  const data = canonicalJson(dataset);
  const problem = BUILT_IN_PROBLEMS.find(({ sweep }) => canonicalJson(sweep.spec.dataset) === data);
  const spec = limits.model === null ? problem?.sweep.spec : specAround({ dataset, model: limits.model });
  if (spec === undefined) return null;
  if (width === null) return spec;
  const wide = withLatentWidth(spec, width);
  return wide.ok ? wide.value : null;
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
