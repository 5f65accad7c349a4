import * as tf from "@tensorflow/tfjs-core";
import { gatherTaps, sizeOfImage, stampTaps, type TapGrid } from "./taps.ts";

/**
 * Im2col and its opposite as differentiable operations, on the processor only: plain loops over the values are many
 * times faster there than the pads, slices and concats that TF.js would need.
 */

/** [n, height, width, channels] to [n * places, kernel * kernel * channels]. */
export function gather(images: tf.Tensor4D, grid: TapGrid): tf.Tensor2D {
  const operation = tf.customGrad<tf.Tensor2D>(() => ({
    value: gathered(images, grid),
    gradFunc: (dy) => stamped(dy, grid),
  }));
  return operation(images);
}

/** [n * places, kernel * kernel * channels] to [n, height, width, channels]. */
export function stamp(taps: tf.Tensor2D, grid: TapGrid): tf.Tensor4D {
  const operation = tf.customGrad<tf.Tensor4D>(() => ({
    value: stamped(taps, grid),
    gradFunc: (dy) => gathered(dy, grid),
  }));
  return operation(taps);
}

function gathered(images: tf.Tensor, grid: TapGrid): tf.Tensor2D {
  const taps = gatherTaps(valuesOf(images), grid);
  const width = grid.kernel ** 2 * grid.channels;
  return tf.tensor2d(taps, [taps.length / width, width]);
}

function stamped(taps: tf.Tensor, grid: TapGrid): tf.Tensor4D {
  const images = stampTaps(valuesOf(taps), grid);
  const { image, channels } = grid;
  return tf.tensor4d(images, [images.length / sizeOfImage(grid), image.height, image.width, channels]);
}

function valuesOf(tensor: tf.Tensor): Float32Array {
  const values = tensor.dataSync();
  return values instanceof Float32Array ? values : Float32Array.from(values);
}

/** Nearest neighbour: each pixel `factor` times in both directions. Made of what every backend can differentiate. */
export function repeatPixels(images: tf.Tensor4D, factor: number): tf.Tensor4D {
  const [count, height, width, channels] = images.shape;
  const times = <T extends tf.Tensor>(tensor: T): T[] => Array.from({ length: factor }, () => tensor);
  const pixels = tf.reshape<tf.Rank.R3>(images, [count * height * width, 1, channels]);
  const wide = tf.concat3d(times(pixels), 1);
  const lines = tf.reshape<tf.Rank.R3>(wide, [count * height, 1, width * factor * channels]);
  const tall = tf.concat3d(times(lines), 1);
  return tf.reshape(tall, [count, height * factor, width * factor, channels]);
}
