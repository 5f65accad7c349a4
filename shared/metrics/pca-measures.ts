import { type Digits, PIXELS } from "../dataset/digits.ts";
import { readExamples } from "../dataset/examples.ts";
import { randomImages } from "../dataset/random-data.ts";
import { remember } from "../remember.ts";
import type { Dataset } from "../spec/experiment.ts";
import { type PrincipalComponents, projectOn, trainComponents } from "../training/principal-components.ts";
import { type Measures, measureErrors } from "./measures.ts";

/**
 * The numbers of PCA, fitted to a data set's train images, through any count of numbers from 0, which is their mean image, to 64,
 * which gives every image back: `PCA(n_components=size).fit(train)` in scikit-learn.
 */
export const pcaMeasures = remember((digits: Digits, dataset: Dataset) => {
  const { train, test, heldOut } = readExamples(dataset, digits);
  const pca = trainComponents(dataset, digits);
  const sides = {
    train: residues(pca, train),
    test: residues(pca, test),
    heldOut: residues(pca, heldOut),
    random: residues(pca, randomImages()),
  };
  const known = new Map<number, Measures>();
  return (size: number): Measures => {
    const kept = Math.min(size, PIXELS);
    const at = (errors: Float64Array) => errorsAt(errors, kept);
    const measures =
      known.get(kept) ??
      measureErrors(dataset.split, {
        train: at(sides.train),
        test: at(sides.test),
        heldOut: at(sides.heldOut),
        random: at(sides.random),
      });
    known.set(kept, measures);
    return measures;
  };
});

const SIZES = PIXELS + 1;

/** The mean square error of each image through 0, 1, ..., 64 components, [n * 65]: what the components left out carry. */
function residues(pca: PrincipalComponents, images: Float32Array): Float64Array {
  const codes = projectOn(pca, images, PIXELS);
  const errors = new Float64Array((images.length / PIXELS) * SIZES);
  for (let image = 0; image < images.length / PIXELS; image++) {
    for (let k = PIXELS - 1; k >= 0; k--) {
      const code = codes[image * PIXELS + k];
      errors[image * SIZES + k] = errors[image * SIZES + k + 1] + (code * code) / PIXELS;
    }
  }
  return errors;
}

function errorsAt(residues: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: residues.length / SIZES }, (_, image) => residues[image * SIZES + size]);
}
