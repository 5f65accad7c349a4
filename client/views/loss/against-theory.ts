import { PIXELS } from "../../../shared/dataset/digits.ts";
import type { Spectrum } from "../../../shared/metrics/spectrum.ts";
import type { Column, PlotColumns, PlotLine } from "../../plot/columns.ts";
import { floorAt, measuredLine, RANDOM, type SweepPoint, TRAIN_AND_TEST } from "../../plot/error-by-width.ts";

/** Wider models would press the floor, which ends at 64, into a corner: the plot's note gives their numbers. */
const WIDEST_DRAWN = 2 * PIXELS;

export type DataFloors = { readonly train: Float64Array; readonly test: Float64Array };

/** Every width from 0 to 64, and those that were trained beyond: the PCA floors of train and test, and the errors of a sweep. */
export function buildFloorsByWidth(floors: DataFloors, points: readonly SweepPoint[]): PlotColumns {
  const x = drawnWidths(points);
  const floor = (label: string, values: Float64Array): PlotLine => ({
    ...{ label, meaning: "floor" },
    values: x.map((width) => floorAt(values, width)),
  });
  return {
    x,
    lines: [
      ...TRAIN_AND_TEST.map((measure) => measuredLine(measure, x, points)),
      floor("PCA floor, train", floors.train),
      floor("PCA floor, test", floors.test),
    ],
    rows: x.map((_, row) => row),
  };
}

/** What a projection onto h of 64 directions is expected to leave of noise, (64 - h) / 64 and nothing from 64 on, beside what was measured. */
export function buildNoiseByWidth(points: readonly SweepPoint[]): PlotColumns {
  const x = drawnWidths(points);
  return {
    x,
    lines: [
      ...RANDOM.map((measure) => measuredLine(measure, x, points)),
      {
        ...{ label: "projection", meaning: "floor" },
        values: x.map((width) => projectionError(width)),
      },
    ],
    rows: x.map((_, row) => row),
  };
}

export function projectionError(width: number): number {
  return Math.max(0, PIXELS - width) / PIXELS;
}

/** The variance along each principal component, 1 to 64; beyond the rank it is 0, and rounding is not drawn. */
export function buildSpectrum({
  all,
  train,
}: {
  readonly all: Spectrum;
  readonly train: Spectrum;
}): PlotColumns {
  const values = ({ variances, rank }: Spectrum): Column =>
    Array.from(variances, (variance, k) => (k < rank ? variance : 0));
  return {
    x: Array.from({ length: PIXELS }, (_, k) => k + 1),
    lines: [
      { label: "train images", meaning: "train", isMarked: false, values: values(train) },
      { label: "all images", meaning: "floor", values: values(all) },
    ],
    rows: Array.from({ length: PIXELS }, (_, k) => k),
  };
}

/** Those of a sweep that the plots leave out. */
export function tooWide(points: readonly SweepPoint[]): readonly SweepPoint[] {
  return points.filter(({ width }) => width > WIDEST_DRAWN);
}

/** What the axis holds. */
export function drawnWidths(points: readonly SweepPoint[]): readonly number[] {
  const trained = points.map(({ width }) => width).filter((width) => width <= WIDEST_DRAWN);
  const all = new Set([...Array.from({ length: PIXELS + 1 }, (_, width) => width), ...trained]);
  return [...all].toSorted((a, b) => a - b);
}
