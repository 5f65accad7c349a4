import { remember } from "../remember.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import type { Digits } from "./digits.ts";
import { scaleImages } from "./scaling.ts";
import { splitExamples, takeImages } from "./split.ts";

/** The images of each side of a split, scaled, [n * 64]; `heldOut` is empty where nothing is. */
export type Examples = {
  readonly train: Float32Array;
  readonly test: Float32Array;
  readonly heldOut: Float32Array;
};

const examples = remember((digits: Digits, { scaling, split }: ExperimentSpec["dataset"]): Examples => {
  const images = scaleImages(digits, scaling);
  const { train, test, heldOut } = splitExamples(split, digits.labels);
  return {
    train: takeImages(images, train),
    test: takeImages(images, test),
    heldOut: takeImages(images, heldOut),
  };
});

/** A data set as it is trained and scored on; made once for the runs that share it. */
export function readExamples(dataset: ExperimentSpec["dataset"], digits: Digits): Examples {
  return examples(digits, dataset);
}
