import * as tf from "@tensorflow/tfjs-core";
import type { LayerOf } from "../../../shared/spec/layers.ts";
import type { Place } from "./layers.ts";
import { type Area, mapTaps, type PixelMap } from "./pixel-map.ts";
import { show, sumShown } from "./pixels.ts";
import { addBias, multiply } from "./products.ts";

/**
 * Convolutions as matrix products run by run. TensorFlow.js's own have no batch of kernels; they serve a single run on a
 * GPU, where they spare the memory for the taps.
 */
export function convolve(layer: LayerOf<"conv2d">, input: tf.Tensor3D, place: Place): tf.Tensor3D {
  const { kernel, padding, stride = 1 } = layer;
  const weight = place.weight(); // [runs, taps * in, out]
  const { image, out } = areas(place);
  const runs = weight.shape[0];
  const n = input.shape[1];
  if (isAlone(weight)) {
    const kernels = tf.reshape<tf.Rank.R4>(weight, [kernel, kernel, layer.in, layer.out]);
    const images = tf.reshape<tf.Rank.R4>(input, [n, image.height, image.width, layer.in]);
    const result = tf.conv2d(images, kernels, stride, padding);
    return withBias(result, place);
  }
  if (stride === 1 && layer.out < layer.in) {
    // Few channels come out: each pixel gives its share to its neighbours, which spares a copy of it for each tap.
    const taps = kernel ** 2;
    const turned = tf.reverse4d(tf.reshape<tf.Rank.R4>(weight, [runs, taps, layer.in, layer.out]), 1);
    const perPixel = tf.reshape<tf.Rank.R3>(tf.transpose(turned, [0, 2, 1, 3]), [
      runs,
      layer.in,
      taps * layer.out,
    ]);
    const grid = { image: out, places: image, kernel, padding: kernel - 1 - padding, stride };
    return spread(input, { weight: perPixel, transposed: false, layer, map: mapTaps(grid) }, place);
  }
  const map = mapTaps({ image, places: out, kernel, padding, stride });
  const places = out.height * out.width;
  const { constants, inputIsData } = place;
  const taps = show(input, map, constants);
  const rows = tf.reshape<tf.Rank.R3>(taps, [taps.shape[0], n * places, kernel ** 2 * layer.in]);
  const result = multiply({ a: rows, b: weight, bias: place.bias(), aIsData: inputIsData }, constants);
  return tf.reshape(result, [runs, n, places * layer.out]);
}

export function convolveTransposed(
  layer: LayerOf<"convTranspose2d">,
  input: tf.Tensor3D,
  place: Place,
): tf.Tensor3D {
  const { kernel, padding, stride = 1 } = layer;
  const weight = place.weight(); // [runs, taps * out, in]
  const { image, out } = areas(place);
  if (isAlone(weight)) {
    const n = input.shape[1];
    const kernels = tf.reshape<tf.Rank.R4>(weight, [kernel, kernel, layer.out, layer.in]);
    const images = tf.reshape<tf.Rank.R4>(input, [n, image.height, image.width, layer.in]);
    const shape: [number, number, number, number] = [n, out.height, out.width, layer.out];
    return withBias(tf.conv2dTranspose(images, kernels, shape, stride, padding), place);
  }
  const map = mapTaps({ image: out, places: image, kernel, padding, stride });
  return spread(input, { weight, transposed: true, layer, map }, place);
}

type Spread = {
  /** [runs, in, taps * out], or that with the last two axes transposed. */
  readonly weight: tf.Tensor3D;
  readonly transposed: boolean;
  readonly layer: { readonly in: number; readonly out: number };
  /** The pixels that come out, and for each that goes in its taps. */
  readonly map: PixelMap;
};

/** What each pixel gives to each tap, added up where the taps lie. */
function spread(input: tf.Tensor3D, { weight, transposed, layer, map }: Spread, place: Place): tf.Tensor3D {
  const [runs, n] = [weight.shape[0], input.shape[1]];
  const { constants, inputIsData } = place;
  const pixels = tf.reshape<tf.Rank.R3>(input, [input.shape[0], -1, layer.in]);
  const shares = multiply(
    { a: pixels, b: weight, transposeB: transposed, bias: null, aIsData: inputIsData },
    constants,
  );
  const sums = sumShown(tf.reshape(shares, [runs, n, map.slots * layer.out]), map, constants);
  const rows = tf.reshape<tf.Rank.R3>(sums, [runs, n * map.pixels, layer.out]);
  return tf.reshape(addBias(rows, place.bias(), constants), [runs, n, map.pixels * layer.out]);
}

function withBias(images: tf.Tensor4D, place: Place): tf.Tensor3D {
  const [n, height, width, channels] = images.shape;
  const rows = tf.reshape<tf.Rank.R3>(images, [1, n * height * width, channels]);
  return tf.reshape(addBias(rows, place.bias(), place.constants), [1, n, height * width * channels]);
}

function isAlone(weight: tf.Tensor3D): boolean {
  return weight.shape[0] === 1 && tf.getBackend() !== "cpu";
}

function areas({ before, after }: Place): { readonly image: Area; readonly out: Area } {
  const [, height = 1, width = 1] = before;
  const [, outHeight = 1, outWidth = 1] = after;
  return { image: { height, width }, out: { height: outHeight, width: outWidth } };
}
