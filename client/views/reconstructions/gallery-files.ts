import { buildCsv } from "../../plot/csv.ts";
import type { ImageTable } from "../../plot/svg/build-images-svg.ts";
import type { SetName } from "../sets.ts";

/** An image of the gallery; `place` is its place in the data. */
export type Shown = {
  readonly place: number;
  readonly label: number;
  readonly set: SetName;
  readonly error: number;
  readonly image: Float32Array;
  readonly reconstruction: Float32Array;
  readonly residual: Float32Array;
};

/** All images that are looked at, in their order. */
export function galleryCsv(
  places: Int32Array,
  {
    labels,
    sets,
    errors,
  }: { readonly labels: Uint8Array; readonly sets: readonly SetName[]; readonly errors: Float64Array },
): string {
  return buildCsv(
    ["place", "digit", "set", "error"],
    Array.from(places, (place) => [place, labels[place] ?? null, sets[place] ?? null, errors[place] ?? null]),
  );
}

/** A page of the gallery as a figure; `range` is the pair of values that stand for dark and light. */
export function galleryTable(
  shown: readonly Shown[],
  { question, range, note }: { question: string; range: readonly [number, number]; note: string },
): ImageTable {
  const [low, high] = range;
  const reach = [(low - high) / 2, (high - low) / 2] as const;
  return {
    question,
    columns: shown.map(({ label, set, error }) => [String(label), set, error.toFixed(3)]),
    rows: [
      { label: "image", images: shown.map(({ image }) => image), range, ramp: "image" },
      { label: "reconstruction", images: shown.map((one) => one.reconstruction), range, ramp: "image" },
      { label: "residual", images: shown.map(({ residual }) => residual), range: reach, ramp: "residual" },
    ],
    note,
  };
}
