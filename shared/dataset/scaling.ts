import { remember } from "../remember.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import type { Digits } from "./digits.ts";

/**
 * The images as float32, [1797 * 64]. `standardize` = (X - X.mean()) / X.std() over the whole array with the
 * population's standard deviation, in double precision as NumPy has it; `unit` = X / 16; `none` = X. Made once, and to be
 * read only.
 */
export const scaleImages: (digits: Digits, scaling: Scaling) => Float32Array = remember(
  ({ pixels }: Digits, scaling: Scaling) => {
    const { mean, deviation } = scaleOf(pixels, scaling);
    const images = new Float32Array(pixels.length);
    for (let i = 0; i < pixels.length; i++) images[i] = (pixels[i] - mean) / deviation;
    return images;
  },
);

/** A function that scales one pixel, 0 to 16 or between, as the images of the data are. */
export function makePixelScale(digits: Digits, scaling: Scaling): (value: number) => number {
  const { mean, deviation } = scales(digits, scaling);
  return (value) => (value - mean) / deviation;
}

const scales = remember(({ pixels }: Digits, scaling: Scaling) => scaleOf(pixels, scaling));

type Scaling = ExperimentSpec["dataset"]["scaling"];

function scaleOf(pixels: Uint8Array, scaling: Scaling) {
  if (scaling === "none") return { mean: 0, deviation: 1 };
  if (scaling === "unit") return { mean: 0, deviation: 16 };
  let sum = 0;
  for (const value of pixels) sum += value;
  const mean = sum / pixels.length;
  let squares = 0;
  for (const value of pixels) squares += (value - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / pixels.length) };
}
