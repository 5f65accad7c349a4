import { memoByJson } from "../memo.ts";

/**
 * Which pixel of an image each slot shows. Convolutions, their gradients and upsampling are such a map, with a matrix
 * product before or after it. The slots of a convolution are its taps, place by place (im2col); one in the padding shows
 * nothing.
 */
export type PixelMap = {
  /** Unlike that of any other map. */
  readonly name: string;
  readonly pixels: number;
  readonly slots: number;
  /** Pairs: slot `shown[i]` shows pixel `seen[i]`. */
  readonly seen: Int32Array;
  readonly shown: Int32Array;
};

export type TapGrid = {
  /** The image that is seen, and the kernel's places on it. */
  readonly image: Area;
  readonly places: Area;
  readonly kernel: number;
  /** Negative where the kernel leaves the image's edge out. */
  readonly padding: number;
  readonly stride: number;
};
export type Area = { readonly height: number; readonly width: number };

/** The pixels that each tap of a kernel sees at each of its places: `places * kernel * kernel` slots. */
export const mapTaps = memoByJson(({ image, places, kernel, padding, stride }: TapGrid): PixelMap => {
  const [seen, shown]: number[][] = [[], []];
  for (let place = 0; place < places.height * places.width; place++) {
    const top = Math.floor(place / places.width) * stride - padding;
    const left = (place % places.width) * stride - padding;
    for (let tap = 0; tap < kernel ** 2; tap++) {
      const [y, x] = [top + Math.floor(tap / kernel), left + (tap % kernel)];
      if (y < 0 || y >= image.height || x < 0 || x >= image.width) continue;
      seen.push(y * image.width + x);
      shown.push(place * kernel ** 2 + tap);
    }
  }
  return {
    name: `taps ${JSON.stringify({ image, places, kernel, padding, stride })}`,
    pixels: image.height * image.width,
    slots: places.height * places.width * kernel ** 2,
    seen: Int32Array.from(seen),
    shown: Int32Array.from(shown),
  };
});

/** Each pixel `factor` times in both directions: the slots are the larger image's pixels. */
export const mapUpsampling = memoByJson(({ image, factor }: { image: Area; factor: number }): PixelMap => {
  const [height, width] = [image.height * factor, image.width * factor];
  const shown = Int32Array.from({ length: height * width }, (_, slot) => slot);
  const seen = shown.map(
    (slot) => Math.floor(slot / width / factor) * image.width + Math.floor((slot % width) / factor),
  );
  const pixels = image.height * image.width;
  return {
    name: `upsampling ${JSON.stringify({ image, factor })}`,
    pixels,
    slots: shown.length,
    seen,
    shown,
  };
});

/** For each slot the pixel that it shows; `pixels`, one past the last, where it shows none. */
export function listSeen({ pixels, slots, seen, shown }: PixelMap): Int32Array {
  const list = new Int32Array(slots).fill(pixels);
  for (const [i, slot] of shown.entries()) list[slot] = seen[i];
  return list;
}

/**
 * For each pixel the slots that show it, as many columns as the pixel that is shown most often needs; `slots`, one past
 * the last, where there are fewer.
 */
export function listShown({ pixels, slots, seen, shown }: PixelMap): {
  readonly columns: number;
  readonly list: Int32Array;
} {
  const counts = new Int32Array(pixels);
  for (const pixel of seen) counts[pixel]++;
  const columns = Math.max(1, ...counts);
  const list = new Int32Array(pixels * columns).fill(slots);
  counts.fill(0);
  for (const [i, pixel] of seen.entries()) list[pixel * columns + counts[pixel]++] = shown[i];
  return { columns, list };
}
