import { describe, expect, test } from "vitest";
import { bitmapOfCounts, countBlocks } from "../../../shared/dataset/bitmap.ts";
import { addNoise } from "../../../shared/dataset/noise.ts";
import { rotateImage } from "../../../shared/dataset/rotate.ts";
import { makePixelScale, scaleImages } from "../../../shared/dataset/scaling.ts";
import { digits } from "../digits.ts";
import { worstAbsolute } from "../reference.ts";

const TURNED: readonly (readonly [number, readonly number[]])[] = [
  [
    30,
    [
      ...[4.942632, 12.173693, 9.079828, 13.017305, 4.142949, 0.428848, 0.263784, 0],
      ...[4.383975, 3.155445, 6.871479, 13.598076, 10.066987, 9.537187, 3.910898, 1.470844],
    ],
  ],
  [
    -45,
    [
      ...[0, 0, 0.37868, 2.89035, 10.668525, 11.446699, 11.996952, 1.957323],
      ...[0, 0, 0.068019, 6.550253, 13, 10.18934, 3.493903, 1.141613],
    ],
  ],
];

const imageAt = (place: number) => digits.pixels.subarray(place * 64, (place + 1) * 64);

describe("an image made of a bitmap", () => {
  test("counts what is set in each block of 4 x 4", () => {
    const bitmap = Uint8Array.from({ length: 1_024 }, (_, i) => (i ** 2 % 7 < 3 ? 1 : 0));
    // (np.arange(1024) ** 2 % 7 < 3).reshape(8, 4, 8, 4).sum((1, 3)).ravel()
    expect(Array.from(countBlocks(bitmap))).toEqual([
      ...[12, 11, 11, 11, 11, 12, 12, 12, 11, 12, 12, 12, 11, 11, 11, 11, 11, 11, 11, 11, 12, 12],
      ...[12, 11, 12, 12, 12, 11, 11, 11, 11, 12, 11, 11, 11, 12, 12, 12, 11, 11, 12, 12, 11, 11],
      ...[11, 11, 12, 12, 11, 11, 12, 12, 12, 11, 11, 11, 12, 11, 11, 11, 11, 12, 12, 12],
    ]);
  });

  test("is the data's own where the bitmap was laid out for it, for images of the data", () => {
    for (let place = 0; place < digits.labels.length; place += 9)
      expect(countBlocks(bitmapOfCounts(imageAt(place)))).toEqual(imageAt(place));
  });
});

test("dots are laid out on the side of a block that its neighbours are set on, so that strokes go on", () => {
  // One full block, and to the right of it one with four dots: these are its first column.
  const counts = Uint8Array.from({ length: 64 }, (_, i) => (i === 27 ? 16 : i === 28 ? 4 : 0));
  const bitmap = bitmapOfCounts(counts);
  const columns = [16, 17, 18, 19].map(
    (x) => [12, 13, 14, 15].filter((y) => bitmap[y * 32 + x] === 1).length,
  );
  expect(columns).toEqual([4, 0, 0, 0]);
});

describe("an image that is turned", () => {
  // ndimage.rotate(load_digits().images[3], degrees, reshape=False, order=1, mode="grid-constant")[2:4]
  test.each(TURNED)("has SciPy's pixels at %d degrees", (degrees, rows) => {
    const turned = rotateImage(imageAt(3), degrees);
    for (const [i, value] of rows.entries()) expect(turned[16 + i]).toBeCloseTo(value, 5);
  });

  test("comes back after a whole turn, and after four quarters", () => {
    expect(Array.from(rotateImage(imageAt(3), 360))).toEqual(Array.from(imageAt(3)));
    const quarters = [90, 90, 90, 90].reduce<ArrayLike<number>>(
      (image, degrees) => rotateImage(image, degrees),
      imageAt(3),
    );
    expect(worstAbsolute(quarters, imageAt(3))).toBeLessThan(1e-12);
  });
});

describe("noise", () => {
  test("is PyTorch's of the same seed, and may leave 0 to 16", () => {
    const noisy = addNoise(imageAt(3), { deviation: 2, seed: 3 });
    // torch.manual_seed(3); torch.from_numpy(load_digits().data[3]) + 2 * torch.randn(64)
    expect(
      worstAbsolute(noisy.subarray(18, 26), [
        ...[-0.028923988, 9.696669102, 15.092045546, 1.044373989],
        ...[-0.333618313, 0.106066801, 1.127526045, 4.513114452],
      ]),
    ).toBeLessThan(1e-5);
    expect(noisy.some((value) => value < 0)).toBe(true);
  });

  test("of deviation 0 changes nothing", () => {
    expect(Array.from(addNoise(imageAt(3), { deviation: 0, seed: 3 }))).toEqual(Array.from(imageAt(3)));
  });
});

test.each(["standardize", "unit", "none"] as const)("a pixel is scaled as the data's are: %s", (scaling) => {
  const scaled = Float32Array.from(imageAt(3), makePixelScale(digits, scaling));
  expect(scaled).toEqual(scaleImages(digits, scaling).slice(3 * 64, 4 * 64));
});
