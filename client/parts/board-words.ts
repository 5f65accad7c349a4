import type { Baseline } from "../../shared/api/boards.ts";
import { type BoardMetric, isMoreBetter } from "../../shared/boards/metrics.ts";
import { type BoardRule, hasFloor, specAround } from "../../shared/boards/rule.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { isConvolutional } from "./model-words.ts";
import { formatLoss, plural } from "./numbers.ts";

/** A value of a board: errors and AUROC to four decimals, shares in percent. */
export function formatValue(metric: BoardMetric, value: number): string {
  switch (metric) {
    case "tprAt1Fpr":
      return `${(100 * value).toFixed(1)} %`;
    case "dPrime":
      return value.toFixed(3);
    case "auroc":
      return value.toFixed(4);
    case "testMse":
    case "trainMse":
    case "randomMse":
      return formatLoss(value);
    default:
      return metric satisfies never;
  }
}

/** A distance of two values, with its sign where more is better; of shares, in points of a percentage. */
export function formatDistance(metric: BoardMetric, distance: number): string {
  const sign = isMoreBetter(metric) && distance > 0 ? "+" : "";
  return `${sign}${metric === "tprAt1Fpr" ? (100 * distance).toFixed(1) : formatValue(metric, distance)}`;
}

/** What a value is told beside: a bound for errors, PCA's own value where more is better. */
export function distanceName(metric: BoardMetric): string {
  if (metric === "tprAt1Fpr") return "points beside PCA";
  return isMoreBetter(metric) ? "beside PCA" : "above floor";
}

/** The question above a board's rows. */
export function askOf(rule: BoardRule): string {
  switch (rule.metric) {
    case "testMse":
      return hasFloor(rule) ? "Who comes closest to the floor?" : "Who has the lowest test error?";
    case "trainMse":
      return "Who has the lowest train error?";
    case "randomMse":
      return "Who has the lowest error on random data?";
    case "auroc":
      return "Who has the highest AUROC?";
    case "tprAt1Fpr":
      return "Who finds the most at 1 % false alarms?";
    case "dPrime":
      return "Who sets the two heaps furthest apart?";
    default:
      return rule.metric satisfies never;
  }
}

/** Whether a board tells values beside what PCA reaches. */
export function hasDistances(rule: BoardRule): boolean {
  return hasFloor(rule) || isMoreBetter(rule.metric);
}

/** How a baseline is called in the table. */
export function nameBaseline({ kind, latentSize }: Baseline): string {
  switch (kind) {
    case "floor":
      return "PCA floor";
    case "pca":
      return `PCA of ${plural(latentSize, "number")}`;
    case "mean":
      return "mean image";
    case "builtIn":
      return "built-in model";
    default:
      return kind satisfies never;
  }
}

/** What is behind a baseline's value, in the place of how a run was verified. */
export function sayBaseline({ kind }: Baseline): string {
  switch (kind) {
    case "floor":
      return "no linear model can be below";
    case "pca":
      return "fitted to the train images";
    case "mean":
      return "of the train images";
    case "builtIn":
      return "trained by the server, seed 0";
    default:
      return kind satisfies never;
  }
}

/** What is trained for a board, as far as its rule says; null where it ranks models of any kind. */
export function specOfRule({ dataset, limits: { model } }: BoardRule): ExperimentSpec | null {
  return model === null ? null : specAround({ dataset, model });
}

/** What a board calls its widths. */
export type WidthWords = {
  /** `hidden size`, the head of a column. */
  readonly name: string;
  /** `each hidden size`. */
  readonly each: string;
  /** `hidden size 20`, what is trained. */
  readonly one: (width: number) => string;
  /** `at hidden size 20`, where one is ranked. */
  readonly at: (width: number) => string;
};

/** The words for the widths of a spec; plain ones where there is none. */
export function widthWords(spec: ExperimentSpec | null): WidthWords {
  if (spec !== null && isConvolutional(spec)) {
    const one = (width: number) => plural(width, "kernel");
    return { name: "kernels", each: "each number of kernels", one, at: (width) => `with ${one(width)}` };
  }
  const name = spec === null ? "width" : "hidden size";
  return {
    name,
    each: `each ${name}`,
    one: (width) => `${name} ${width}`,
    at: (width) => `at ${name} ${width}`,
  };
}
