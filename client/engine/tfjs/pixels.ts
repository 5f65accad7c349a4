import * as tf from "@tensorflow/tfjs-core";
import type { Constants } from "./constants.ts";
import { listSeen, listShown, type PixelMap } from "./pixel-map.ts";
import { stackOf } from "./ranks.ts";

/** Lets every slot of a map show its pixel: [runs, n, pixels * channels] to [runs, n, slots * channels]; 0 where it has none. */
export function show(images: tf.Tensor3D, map: PixelMap, constants: Constants): tf.Tensor3D {
  const operation = tf.customGrad<tf.Tensor3D>(() => ({
    value: shown(images, map, constants),
    gradFunc: (dy) => summed(dy, map, constants),
  }));
  return operation(images);
}

/** Adds up for every pixel what stands in the slots that show it: the way back, and the gradient, of `show`. */
export function sumShown(slots: tf.Tensor3D, map: PixelMap, constants: Constants): tf.Tensor3D {
  const operation = tf.customGrad<tf.Tensor3D>(() => ({
    value: summed(slots, map, constants),
    gradFunc: (dy) => shown(dy, map, constants),
  }));
  return operation(slots);
}

function shown(images: tf.Tensor, map: PixelMap, constants: Constants): tf.Tensor3D {
  const { pixels, slots, name } = map;
  if (tf.getBackend() === "cpu") return move(images, map.seen, map.shown, { from: pixels, to: slots });
  const seen = constants.get(`seen ${name}`, () => tf.tensor1d(listSeen(map), "int32"));
  return take(images, seen, { rows: pixels, slots, hasGaps: map.seen.length < slots });
}

function summed(values: tf.Tensor, map: PixelMap, constants: Constants): tf.Tensor3D {
  const { pixels, slots, name } = map;
  if (tf.getBackend() === "cpu") return move(values, map.shown, map.seen, { from: slots, to: pixels });
  const { columns, list } = listShown(map);
  const shows = constants.get(`shown ${name}`, () => tf.tensor1d(list, "int32"));
  const hasGaps = map.shown.length < list.length;
  const taken = take(values, shows, { rows: slots, slots: list.length, hasGaps });
  const [runs, n] = taken.shape;
  const channels = taken.shape[2] / list.length;
  // A sum along the middle, [.., columns, channels]: as a product, for which nothing need be laid out anew.
  const sum = constants.get(`sum ${columns} x ${channels}`, () => tf.tile(tf.eye(channels), [columns, 1]));
  const rows = tf.reshape(taken, [runs * n * pixels, columns * channels]);
  return stackOf(tf.reshape(tf.matMul(rows, sum), [runs, n, pixels * channels]));
}

/** Rows of channels by their numbers, image by image; the number one past the last is a row of zeros. */
function take(
  images: tf.Tensor,
  numbers: tf.Tensor,
  { rows, slots, hasGaps }: { readonly rows: number; readonly slots: number; readonly hasGaps: boolean },
): tf.Tensor3D {
  const [runs, n = 1] = images.shape;
  const channels = images.size / (runs * n * rows);
  const plain = tf.reshape(images, [runs * n, rows, channels]);
  const padded = hasGaps
    ? tf.pad(plain, [
        [0, 0],
        [0, 1],
        [0, 0],
      ])
    : plain;
  const taken = tf.gather(padded, tf.cast(numbers, "int32"), 1);
  return stackOf(tf.reshape(taken, [runs, n, slots * channels]));
}

/** On the processor plain loops are many times faster: adds row `froms[i]` of each image to its row `tos[i]`. */
function move(
  images: tf.Tensor,
  froms: Int32Array,
  tos: Int32Array,
  rows: { readonly from: number; readonly to: number },
): tf.Tensor3D {
  const [runs, n = 1] = images.shape;
  const channels = images.size / (runs * n * rows.from);
  const values = images.dataSync();
  const result = new Float32Array(runs * n * rows.to * channels);
  for (let image = 0; image < runs * n; image++) {
    const [start, target] = [image * rows.from, image * rows.to];
    for (let i = 0; i < froms.length; i++) {
      const [from, to] = [(start + froms[i]) * channels, (target + tos[i]) * channels];
      for (let channel = 0; channel < channels; channel++) result[to + channel] += values[from + channel];
    }
  }
  return tf.tensor3d(result, [runs, n, rows.to * channels]);
}
