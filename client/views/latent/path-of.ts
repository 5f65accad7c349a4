import { buildCsv } from "../../plot/csv.ts";
import type { ImageTable } from "../../plot/svg/build-images-svg.ts";
import type { ViewedRun } from "../viewed-run.ts";
import { blendInSteps, codeOf, decodeCodes } from "./codes.ts";

export const STEPS = 9;

/** From one image to another in equal steps, in two ways; both [9 * 64]. */
export type CodePath = {
  /** Each code between the two, decoded. */
  readonly decoded: Float32Array;
  /** The two images themselves, one fading into the other pixel by pixel. */
  readonly faded: Float32Array;
  /**
   * How far the codes' way lies from a cross-fade of the two reconstructions, at its middle: mean square difference. 0 but for rounding
   * where the decoder is affine.
   */
  readonly bend: number;
};

export function pathOf(
  run: Pick<ViewedRun, "spec" | "weights">,
  from: Float32Array,
  to: Float32Array,
): CodePath {
  const decoded = decodeCodes(run, blendInSteps(codeOf(run, from), codeOf(run, to), STEPS));
  const faded = Float32Array.from(blendInSteps(Float64Array.from(from), Float64Array.from(to), STEPS));
  const at = (step: number, i: number) => decoded[step * 64 + i] ?? 0;
  let bend = 0;
  for (let i = 0; i < 64; i++) bend += (at((STEPS - 1) / 2, i) - (at(0, i) + at(STEPS - 1, i)) / 2) ** 2 / 64;
  return { decoded, faded, bend };
}

/** Where each step stands between the two images, 0 to 1. */
const SHARES = Array.from({ length: STEPS }, (_, step) => step / (STEPS - 1));

/** A row a step and way, with its 64 pixels. */
export function pathCsv({ decoded, faded }: CodePath): string {
  const rows = (way: string, values: Float32Array) =>
    SHARES.map((share, step) => [way, share, ...values.subarray(step * 64, (step + 1) * 64)]);
  const pixels = Array.from({ length: 64 }, (_, i) => `pixel ${i}`);
  return buildCsv(
    ["way", "share", ...pixels],
    [...rows("through the latent", decoded), ...rows("cross-fade", faded)],
  );
}

/** Both ways as a figure. */
export function pathTable(
  { decoded, faded }: CodePath,
  figure: { question: string; range: readonly [number, number]; note: string },
): ImageTable {
  const { range } = figure;
  const cut = (values: Float32Array) => SHARES.map((_, i) => values.subarray(i * 64, (i + 1) * 64));
  return {
    ...figure,
    columns: SHARES.map((share) => [String(share)]),
    rows: [
      { label: "through the latent", images: cut(decoded), range, ramp: "image" },
      { label: "cross-fade", images: cut(faded), range, ramp: "image" },
    ],
  };
}
