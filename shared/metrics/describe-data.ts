import type { Digits } from "../dataset/digits.ts";
import { readExamples } from "../dataset/examples.ts";
import { scaleImages } from "../dataset/scaling.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { pcaFloors } from "../training/pca-floor.ts";
import { findSpectrum, type Spectrum } from "./spectrum.ts";

/** What theory knows of a data set before anything is trained on it. */
export type DataFacts = {
  /** PCA floors by width, [65]. */
  readonly floors: { readonly train: Float64Array; readonly test: Float64Array };
  readonly spectrum: { readonly all: Spectrum; readonly train: Spectrum };
};

export function describeData(dataset: ExperimentSpec["dataset"], digits: Digits): DataFacts {
  const { train, test } = readExamples(dataset, digits);
  return {
    floors: { train: pcaFloors(train), test: pcaFloors(test) },
    spectrum: { all: findSpectrum(scaleImages(digits, dataset.scaling)), train: findSpectrum(train) },
  };
}
