import { PIXELS } from "../dataset/digits.ts";

/** The mean square error of each image [n * 64] and its reconstruction: one number an image, PyTorch's `.mean(1)`. */
export function reconstructionErrors(
  images: Float32Array,
  reconstructions: Float32Array | Float64Array,
): Float64Array {
  const errors = new Float64Array(images.length / PIXELS);
  for (let image = 0; image < errors.length; image++) {
    let sum = 0;
    for (let i = image * PIXELS; i < (image + 1) * PIXELS; i++) sum += (reconstructions[i] - images[i]) ** 2;
    errors[image] = sum / PIXELS;
  }
  return errors;
}

/** The square error of each pixel of images [n * 64]: (reconstruction - image)^2, a number a pixel. */
export function squareErrors(
  images: Float32Array,
  reconstructions: Float32Array | Float64Array,
): Float64Array {
  return Float64Array.from(images, (value, i) => (reconstructions[i] - value) ** 2);
}

export function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
