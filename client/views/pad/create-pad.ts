import { createMemo, createSignal } from "solid-js";
import { BITMAP_PIXELS, bitmapOfCounts, countBlocks } from "../../../shared/dataset/bitmap.ts";
import { type Digits, PIXELS } from "../../../shared/dataset/digits.ts";
import { addNoise } from "../../../shared/dataset/noise.ts";
import { RANDOM_IMAGES, randomImages } from "../../../shared/dataset/random-data.ts";
import { rotateImage } from "../../../shared/dataset/rotate.ts";
import { makePixelScale } from "../../../shared/dataset/scaling.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { drawStroke, type Stroke } from "./pen.ts";

/** What is on the pad: a drawing, which may have begun as an image of the data, or a row of the random data. */
export type Subject =
  | { readonly kind: "drawing"; readonly bitmap: Uint8Array; readonly from: number | null }
  | { readonly kind: "random"; readonly row: number };

const BLANK = { kind: "drawing", bitmap: new Uint8Array(BITMAP_PIXELS), from: null } as const;

export type Pad = ReturnType<typeof createPad>;

/** The pad's state: what is on it, how it is turned and disturbed, and the image that a model gets of it. */
export function createPad(digits: () => Digits, scaling: () => ExperimentSpec["dataset"]["scaling"]) {
  const [subject, setSubject] = createSignal<Subject>(BLANK);
  const [rotation, setRotation] = createSignal(0); // degrees
  const [noise, setNoise] = createSignal({ deviation: 0, seed: 0 }); // deviation in pixels of 0 to 16

  const counts = createMemo(() => {
    const now = subject();
    return now.kind === "drawing" ? countBlocks(now.bitmap) : null;
  });
  /** What the model gets, [64] in the scaling that it was trained in; random data come as they are. */
  const image = createMemo((): Float32Array => {
    const [now, drawn] = [subject(), counts()];
    if (now.kind === "random" || drawn === null) {
      const start = now.kind === "random" ? now.row * PIXELS : 0;
      return randomImages().slice(start, start + PIXELS);
    }
    return Float32Array.from(
      addNoise(rotateImage(drawn, rotation()), noise()),
      makePixelScale(digits(), scaling()),
    );
  });

  return {
    ...{ subject, rotation, setRotation, noise, counts, image },
    isEmpty: () => counts()?.every((count) => count === 0) ?? false,
    /** A stroke on what is drawn; random data make way for a new drawing. */
    stroke(stroke: Stroke): void {
      const now = subject();
      const { bitmap, from } = now.kind === "drawing" ? now : BLANK;
      setSubject({ kind: "drawing", bitmap: drawStroke(bitmap, stroke), from });
    },
    clear: () => setSubject(BLANK),
    takeExample(place: number): void {
      const pixels = digits().pixels.subarray(place * PIXELS, (place + 1) * PIXELS);
      setSubject({ kind: "drawing", bitmap: bitmapOfCounts(pixels), from: place });
    },
    /** The first row of the random data, or the one after the row on the pad. */
    takeRandom(): void {
      const now = subject();
      setSubject({ kind: "random", row: now.kind === "random" ? (now.row + 1) % RANDOM_IMAGES : 0 });
    },
    setDeviation: (deviation: number) => setNoise(({ seed }) => ({ seed, deviation })),
    drawNoiseAnew: () => setNoise(({ seed, deviation }) => ({ deviation, seed: seed + 1 })),
  };
}
