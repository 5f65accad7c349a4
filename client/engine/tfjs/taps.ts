import { memoByJson } from "../memo.ts";

/**
 * The two halves of a convolution as a matrix product: gatherTaps lays the pixels that each tap of the kernel sees side
 * by side (im2col), stampTaps adds them back where they came from (col2im). Each is the other's gradient.
 */
export type TapGrid = {
  /** The image that is read or stamped on, [height, width, channels]. */
  readonly image: Area;
  /** The kernel's places on it, [height, width, kernel * kernel * channels]. */
  readonly places: Area;
  readonly channels: number;
  readonly kernel: number;
  /** Negative where the kernel leaves the image's edge out. */
  readonly padding: number;
  readonly stride: number;
};
export type Area = { readonly height: number; readonly width: number };

/** Images [n, height, width, channels] to taps [n, places, kernel * kernel * channels]; 0 in the padding. */
export function gatherTaps(images: Float32Array, grid: TapGrid): Float32Array {
  const { channels } = grid;
  const [imageSize, tapsSize] = [sizeOfImage(grid), sizeOfTaps(grid)];
  const { pixels, taps } = tapTable(grid);
  const result = new Float32Array((images.length / imageSize) * tapsSize);
  for (let from = 0, to = 0; from < images.length; from += imageSize, to += tapsSize) {
    for (let i = 0; i < taps.length; i++) {
      const [source, target] = [from + pixels[i], to + taps[i]];
      for (let channel = 0; channel < channels; channel++)
        result[target + channel] = images[source + channel];
    }
  }
  return result;
}

/** Taps [n, places, kernel * kernel * channels] added up into images [n, height, width, channels]. */
export function stampTaps(values: Float32Array, grid: TapGrid): Float32Array {
  const { channels } = grid;
  const [imageSize, tapsSize] = [sizeOfImage(grid), sizeOfTaps(grid)];
  const { pixels, taps } = tapTable(grid);
  const result = new Float32Array((values.length / tapsSize) * imageSize);
  for (let from = 0, to = 0; from < values.length; from += tapsSize, to += imageSize) {
    for (let i = 0; i < taps.length; i++) {
      const [source, target] = [from + taps[i], to + pixels[i]];
      for (let channel = 0; channel < channels; channel++)
        result[target + channel] += values[source + channel];
    }
  }
  return result;
}

export function sizeOfImage({ image, channels }: TapGrid): number {
  return image.height * image.width * channels;
}

export function sizeOfTaps({ places, kernel, channels }: TapGrid): number {
  return places.height * places.width * kernel ** 2 * channels;
}

/** For one image: where each tap that falls inside it begins, and the pixel that it sees. */
const tapTable = memoByJson(({ image, places, channels, kernel, padding, stride }: TapGrid) => {
  const pixels: number[] = [];
  const taps: number[] = [];
  for (let place = 0; place < places.height * places.width; place++) {
    const top = Math.floor(place / places.width) * stride - padding;
    const left = (place % places.width) * stride - padding;
    for (let tap = 0; tap < kernel ** 2; tap++) {
      const [y, x] = [top + Math.floor(tap / kernel), left + (tap % kernel)];
      if (y < 0 || y >= image.height || x < 0 || x >= image.width) continue;
      pixels.push((y * image.width + x) * channels);
      taps.push((place * kernel ** 2 + tap) * channels);
    }
  }
  return { pixels: Int32Array.from(pixels), taps: Int32Array.from(taps) };
});
