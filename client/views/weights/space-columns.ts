import type { EndSpace } from "../../../shared/metrics/weight-spaces.ts";
import type { EndName } from "../../../shared/model/end-weights.ts";
import type { PlotColumns, PlotLine } from "../../plot/columns.ts";

/** What an end is called: in a model that bends it is one layer only. */
export type EndLabels = Readonly<Record<EndName, string>>;

export function toDegrees(radians: number): number {
  return (radians * 180) / Math.PI;
}

/** The mean and the largest angle between each end's space and PCA's, in degrees, by epoch. */
export function angleColumns(
  spaces: readonly EndSpace[],
  epochs: readonly number[],
  labels: EndLabels,
): PlotColumns {
  return byEpoch(epochs, spaces, ({ end, meanAngle, largestAngle }) => [
    line(end, `${labels[end]}, mean`, Array.from(meanAngle, toDegrees), 1),
    line(end, `${labels[end]}, largest`, Array.from(largestAngle, toDegrees), 0.5),
  ]);
}

/** Beside one another, from 0 to 1: how much of what PCA's space holds an end's does, and how like its pictures are to PCA's axes. */
export function nearnessColumns(
  spaces: readonly EndSpace[],
  epochs: readonly number[],
  labels: EndLabels,
): PlotColumns {
  return byEpoch(epochs, spaces, ({ end, captured, capturedByPca, meanMatch }) => [
    line(
      end,
      `${labels[end]}, variance`,
      Array.from(captured, (share) => share / capturedByPca),
      1,
    ),
    line(end, `${labels[end]}, axes`, Array.from(meanMatch), 0.5),
  ]);
}

function byEpoch(
  epochs: readonly number[],
  spaces: readonly EndSpace[],
  linesOf: (space: EndSpace) => readonly PlotLine[],
): PlotColumns {
  return { x: epochs, lines: spaces.flatMap(linesOf), rows: epochs.map((_, row) => row) };
}

function line(end: EndName, label: string, values: readonly number[], shade: number): PlotLine {
  return {
    label,
    meaning: end,
    shade,
    values: values.map((value) => (Number.isFinite(value) ? value : null)),
  };
}
