import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { DIGITS_SHA256, parseDigits } from "../../../shared/dataset/digits.ts";
import { randomImages } from "../../../shared/dataset/random-data.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { splitExamples, takeImages } from "../../../shared/dataset/split.ts";
import { digits, digitsBytes } from "../digits.ts";
import { core, worstAbsolute } from "../reference.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("the digits", () => {
  test("are the bytes of scikit-learn's load_digits", () => {
    expect(sha256(digits.pixels)).toBe("8f26b2bd9d135c256808f68f14fdabddde6d9c7f869ae419704b051f0f14b3b3");
    expect(sha256(digits.labels)).toBe("8ba4f891220f5e4c9c819638d1602d74b83618f167043c6da52a2a247841ddf0");
    expect(sha256(digitsBytes)).toBe(DIGITS_SHA256);
  });

  test("are 1,797, with the known count of each digit", () => {
    const counts = Array.from(
      { length: 10 },
      (_, digit) => digits.labels.filter((label) => label === digit).length,
    );
    // np.bincount(load_digits().target)
    expect(counts).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
  });

  test("are refused when bytes are missing or are no images", () => {
    expect(() => parseDigits(digitsBytes.subarray(1))).toThrow("116805 bytes, got 116804");
    expect(() => parseDigits(digitsBytes.map((byte, i) => (i === 5 ? 17 : byte)))).toThrow("no pixels 0..16");
  });
});

describe("scaling", () => {
  test("standardize and unit give NumPy's numbers, rounded to float32", () => {
    const image = (scaling: "standardize" | "unit") => scaleImages(digits, scaling).subarray(7 * 64, 8 * 64);
    expect(worstAbsolute(image("standardize"), core.scaling.standardize)).toBeLessThan(1e-7);
    expect([...image("unit")]).toEqual(core.scaling.unit);
  });

  test("none keeps the bytes", () => {
    expect([...scaleImages(digits, "none").subarray(0, 64)]).toEqual([...digits.pixels.subarray(0, 64)]);
  });
});

describe("a split", () => {
  const split = (testFraction: number, seed: number) =>
    splitExamples({ kind: "random", testFraction, seed }, digits.labels);

  test("is sklearn's train_test_split, order and all", () => {
    const half = split(0.5, 0);
    expect({ train: [...half.train], test: [...half.test] }).toEqual(core.split["half, seed 0"]);
    const third = split(0.3, 7);
    expect({ train: [...third.train], test: [...third.test] }).toEqual(core.split["0.3, seed 7"]);
  });

  test("of one digit trains on that digit and tests on every other, in the order of the data", () => {
    const { train, test, heldOut } = splitExamples({ kind: "oneDigit", digit: 2 }, digits.labels);
    expect([train.length, test.length, heldOut.length]).toEqual([177, 1_620, 0]);
    expect(train.every((i) => digits.labels[i] === 2)).toBe(true);
    expect(test.every((i, at) => digits.labels[i] !== 2 && (at === 0 || i > (test[at - 1] ?? 0)))).toBe(true);
  });

  test("of one digit keeps a share of it from training, chosen by sklearn's train_test_split", () => {
    const held = splitExamples({ kind: "oneDigit", digit: 2, heldOutFraction: 0.2, seed: 1 }, digits.labels);
    expect({ train: [...held.train], test: [...held.heldOut] }).toEqual(core.split["digit 2, 0.2, seed 1"]);
    expect(held.test.length).toBe(1_620);
  });

  test("takes images in its own order", () => {
    const images = Float32Array.from({ length: 3 * 64 }, (_, i) => i);
    const taken = takeImages(images, Int32Array.of(2, 0));
    expect([taken.length, taken[0], taken[64]]).toEqual([128, 128, 0]);
  });
});

test("random data are torch.manual_seed(0); torch.randn(50, 64)", () => {
  expect(worstAbsolute(randomImages(), core.randn["50 x 64"] ?? [])).toBeLessThan(1e-6);
});
