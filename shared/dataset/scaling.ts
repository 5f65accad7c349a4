import type { ExperimentSpec } from "../spec/experiment.ts";
import type { Digits } from "./digits.ts";

/**
 * The images as float32, [1797 * 64]. `standardize` = (X - X.mean()) / X.std() over the whole array with the
 * population's standard deviation, in double precision as NumPy has it; `unit` = X / 16; `none` = X.
 */
export function scaleImages(digits: Digits, scaling: ExperimentSpec["dataset"]["scaling"]): Float32Array {
  const { pixels } = digits;
  if (scaling === "none") return Float32Array.from(pixels);
  if (scaling === "unit") return Float32Array.from(pixels, (value) => value / 16);
  const mean = pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
  const variance = pixels.reduce((sum, value) => sum + (value - mean) ** 2, 0) / pixels.length;
  const deviation = Math.sqrt(variance);
  return Float32Array.from(pixels, (value) => (value - mean) / deviation);
}
