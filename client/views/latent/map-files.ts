import type { LatentMap } from "../../../shared/metrics/latent-map.ts";
import { buildCsv } from "../../plot/csv.ts";
import type { DigitMap } from "../../plot/svg/build-map-svg.ts";
import type { SetName } from "../sets.ts";
import { type Axes, nameAxis, scaleOf } from "./map-points.ts";

/** All images along every component that was found. */
export function mapCsv(map: LatentMap, labels: Uint8Array, sets: readonly SetName[]): string {
  const count = map.shares.length;
  const names = Array.from({ length: count }, (_, k) =>
    map.axes === "code" ? `code ${k + 1}` : `component ${k + 1}`,
  );
  return buildCsv(
    ["place", "digit", "set", ...names],
    Array.from(labels, (label, place) => [
      ...[place, label, sets[place] ?? null],
      ...map.positions.subarray(place * count, (place + 1) * count),
    ]),
  );
}

/** The images that are shown, as a figure. */
export function mapFigure(
  map: LatentMap,
  {
    axes,
    points,
    labels,
    places,
    ...figure
  }: {
    readonly axes: Axes;
    readonly points: Float32Array;
    readonly labels: Uint8Array;
    readonly places: Int32Array;
    readonly question: string;
    readonly note: string;
  },
): DigitMap {
  const { toPixels } = scaleOf(points, 1);
  return {
    ...figure,
    xName: nameAxis(map, axes[0]),
    yName: nameAxis(map, axes[1]),
    points: Array.from(places, (place) => {
      const { x, y } = toPixels({ x: points[2 * place] ?? 0, y: points[2 * place + 1] ?? 0 });
      return { digit: labels[place] ?? 0, x, y: 1 - y };
    }),
  };
}

/** How the map came about, in a sentence or two. */
export function explainMap(map: LatentMap, images: number): string {
  if (map.axes === "code")
    return map.size === 1
      ? "A code is one number here: it lies across, and each digit has a line of its own."
      : "A code is two numbers here: the map shows them as they are.";
  const shown = `A code holds ${map.size.toLocaleString("en")} numbers; the map shows it along two of its principal components.`;
  return map.fitted === images
    ? `${shown} They come from the codes of all ${images.toLocaleString("en")} images.`
    : `${shown} They come from the codes of ${map.fitted} images that a seed drew, for more take too much memory; all images are placed along them.`;
}
