import { PIXELS } from "../dataset/digits.ts";

/**
 * How much of the differences among some images [n * 64] is left among their reconstructions: the sum of the pixels' variances of
 * the one over that of the other. 1 for the images themselves, 0 where all come out as the same picture. NaN where the
 * images do not differ.
 */
export function variationKept(
  images: Float32Array,
  reconstructions: Float32Array,
  places: Int32Array,
): number {
  return totalVariance(reconstructions, places) / totalVariance(images, places);
}

function totalVariance(values: Float32Array, places: Int32Array): number {
  const mean = new Float64Array(PIXELS);
  for (const place of places)
    for (let i = 0; i < PIXELS; i++) mean[i] += values[place * PIXELS + i] / places.length;
  let sum = 0;
  for (const place of places)
    for (let i = 0; i < PIXELS; i++) sum += (values[place * PIXELS + i] - mean[i]) ** 2;
  return sum / places.length;
}
