import { PIXELS } from "../dataset/digits.ts";
import { pcaFloors } from "../training/pca-floor.ts";

/** In how many directions images differ, and by how much in each. */
export type Spectrum = {
  /** Of the images along each principal component, the largest first: the eigenvalues of their covariance, [64]. */
  readonly variances: Float64Array;
  /** How many of them are not 0 but for rounding. */
  readonly rank: number;
  /** The pixels that are the same in all images, as places 0 to 63. */
  readonly constant: readonly number[];
};

/**
 * The spectrum of images [n * 64]. A PCA floor falls from one width to the next by the variance of one more component, over 64
 * pixels. The rank is NumPy's `matrix_rank(numpy.cov(X.T, bias=True), hermitian=True)`: of the variances above the largest times 64
 * times 2^-52.
 */
export function findSpectrum(images: Float32Array): Spectrum {
  const floors = pcaFloors(images);
  const variances = Float64Array.from({ length: PIXELS }, (_, k) => PIXELS * (floors[k] - floors[k + 1]));
  const least = variances[0] * PIXELS * 2 ** -52;
  return {
    variances,
    rank: variances.filter((variance) => variance > least).length,
    constant: constantPixels(images),
  };
}

function constantPixels(images: Float32Array): readonly number[] {
  const places = Array.from({ length: PIXELS }, (_, place) => place);
  return places.filter((place) => {
    for (let i = place; i < images.length; i += PIXELS) if (images[i] !== images[place]) return false;
    return true;
  });
}
