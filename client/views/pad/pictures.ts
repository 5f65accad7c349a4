import type { Ramp } from "../../parts/pixels.ts";
import type { ImageTable } from "../../plot/svg/build-images-svg.ts";
import type { Reconstruction } from "./create-reconstruction.ts";

/** A picture of 8x8 numbers [64] and its name. */
export type Picture = {
  readonly name: string;
  readonly values: ArrayLike<number>;
  /** What the ramp's ends stand for; a residual's lie as far below 0 as above. */
  readonly range: readonly [number, number];
  readonly ramp: Ramp;
};

/** An image, its reconstruction, and the residual: image minus reconstruction, on half of the images' range. */
export function listPictures(
  { image, reconstruction }: Pick<Reconstruction, "image" | "reconstruction">,
  range: readonly [number, number],
): readonly Picture[] {
  const reach = (range[1] - range[0]) / 2;
  const residual = image.map((value, i) => value - (reconstruction[i] ?? 0));
  return [
    { name: "image", values: image, range, ramp: "image" },
    { name: "reconstruction", values: reconstruction, range, ramp: "image" },
    { name: "residual", values: residual, range: [-reach, reach], ramp: "residual" },
  ];
}

/** The pictures as a figure, one below the other, with what is said of them. */
export function tabulatePictures(
  pictures: readonly Picture[],
  { question, note }: { readonly question: string; readonly note: string },
): ImageTable {
  const rows = pictures.map(({ name, values, range, ramp }) => ({
    label: name,
    images: [values],
    range,
    ramp,
  }));
  return { question, columns: [[]], rows, note };
}
