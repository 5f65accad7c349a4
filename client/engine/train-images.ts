import type { Digits } from "../../shared/dataset/digits.ts";
import { scaleImages } from "../../shared/dataset/scaling.ts";
import { splitExamples, takeImages } from "../../shared/dataset/split.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { memoByJson } from "./memo.ts";

/** The train images [n * 64] of a data set, made once for all runs of a sweep that share it. */
export function makeTrainImages(digits: Digits): (dataset: ExperimentSpec["dataset"]) => Float32Array {
  return memoByJson((dataset: ExperimentSpec["dataset"]) =>
    takeImages(scaleImages(digits, dataset.scaling), splitExamples(dataset.split, digits.labels).train),
  );
}
