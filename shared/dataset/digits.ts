/**
 * The 1,797 handwritten digits that scikit-learn's `load_digits` returns: E. Alpaydin and C. Kaynak, "Optical
 * Recognition of Handwritten Digits", UCI Machine Learning Repository, CC BY 4.0. digits.bin holds the pixels as
 * bytes 0..16, image by image and row by row, then the labels.
 */
export type Digits = {
  readonly pixels: Uint8Array; // [1797 * 64]
  readonly labels: Uint8Array; // [1797]
};

/** Every label that an image may have. */
export const LABELS: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
export const DIGITS_COUNT = 1_797;
export const PIXELS = 64;
export const DIGITS_BYTES = DIGITS_COUNT * (PIXELS + 1);
export const DIGITS_SHA256 = "87ff0c9e40dc7e2c0e34e7257799c2e3f3aec1a016363bb11cad869ec428a826";
/** The name changes with the bytes, so an answer from here may be kept for ever. */
export const DIGITS_PATH = `/data/digits-${DIGITS_SHA256.slice(0, 16)}.bin`;

/** Reads digits.bin. Throws RangeError when the bytes are not all there or are not 4-bit images of digits. */
export function parseDigits(bytes: Uint8Array): Digits {
  if (bytes.length !== DIGITS_BYTES) {
    throw new RangeError(`the digits data are ${DIGITS_BYTES} bytes, got ${bytes.length}; load them again`);
  }
  const pixels = bytes.subarray(0, DIGITS_COUNT * PIXELS);
  const labels = bytes.subarray(DIGITS_COUNT * PIXELS);
  if (pixels.some((value) => value > 16) || labels.some((label) => label > 9)) {
    throw new RangeError(
      "the digits data hold values that are no pixels 0..16 or labels 0..9; load them again",
    );
  }
  return { pixels, labels };
}
