import { PIXELS } from "./digits.ts";

/** Pixels on a side of the bitmaps that the digits were scanned to, of an image, and of a bitmap's block for one pixel. */
export const BITMAP_SIDE = 32;
export const IMAGE_SIDE = 8;
export const BLOCK_SIDE = BITMAP_SIDE / IMAGE_SIDE;
export const BITMAP_PIXELS = BITMAP_SIDE ** 2;
/** What a pixel of an image says at most: all of its block is set. */
export const FULL_BLOCK = BLOCK_SIDE ** 2;

/**
 * An image as the data's were made: of a bitmap of 0s and 1s [32 * 32], how many of each 4x4 block are set, 0 to 16 [64] (UCI
 * Machine Learning Repository, Optical Recognition of Handwritten Digits: "divided into nonoverlapping blocks of 4x4").
 */
export function countBlocks(bitmap: ArrayLike<number>): Uint8Array {
  const counts = new Uint8Array(PIXELS);
  for (let i = 0; i < BITMAP_PIXELS; i++) counts[blockOf(i)] += bitmap[i];
  return counts;
}

/**
 * A bitmap whose counts are these: the data keep no other. Which pixels of a block are set is chosen so that strokes go on from
 * block to block: those where the counts, blended bilinearly between the blocks' centres, are largest.
 */
export function bitmapOfCounts(counts: ArrayLike<number>): Uint8Array {
  const bitmap = new Uint8Array(BITMAP_PIXELS);
  const blocks = Array.from({ length: PIXELS }, (): number[] => []);
  for (let i = 0; i < BITMAP_PIXELS; i++) blocks[blockOf(i)].push(i);
  for (const [block, pixels] of blocks.entries()) {
    const darkest = pixels.toSorted((a, b) => blend(counts, b) - blend(counts, a));
    for (const pixel of darkest.slice(0, counts[block])) bitmap[pixel] = 1;
  }
  return bitmap;
}

function blockOf(pixel: number): number {
  const [y, x] = [Math.floor(pixel / BITMAP_SIDE), pixel % BITMAP_SIDE];
  return Math.floor(y / BLOCK_SIDE) * IMAGE_SIDE + Math.floor(x / BLOCK_SIDE);
}

function blend(counts: ArrayLike<number>, pixel: number): number {
  const place = (at: number) => (at + 0.5) / BLOCK_SIDE - 0.5;
  return sampleImage(counts, place(Math.floor(pixel / BITMAP_SIDE)), place(pixel % BITMAP_SIDE));
}

/** An image [64] as large as a bitmap [32 * 32]: each pixel fills its block. */
export function enlargeImage(image: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: BITMAP_PIXELS }, (_, i) => image[blockOf(i)]);
}

/** An image [64] between its pixels, by bilinear interpolation: of the four around (y, x), with 0 outside of the image. */
export function sampleImage(image: ArrayLike<number>, y: number, x: number): number {
  const [top, left] = [Math.floor(y), Math.floor(x)];
  const [down, right] = [y - top, x - left];
  const at = (row: number, column: number) =>
    row < 0 || column < 0 || row >= IMAGE_SIDE || column >= IMAGE_SIDE ? 0 : image[row * IMAGE_SIDE + column];
  return (
    (1 - down) * ((1 - right) * at(top, left) + right * at(top, left + 1)) +
    down * ((1 - right) * at(top + 1, left) + right * at(top + 1, left + 1))
  );
}
