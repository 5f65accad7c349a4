import type { PlotColumns } from "./columns.ts";

/** The losses of one run so far, an epoch each; fewer than the epochs while it trains. */
export type LossCurve = {
  readonly label: string;
  readonly trainLoss: readonly number[];
  /** What the others are compared with. */
  readonly isReference?: boolean;
};

/**
 * Train loss by epoch, a line a run, also of runs that have not begun. The axis spans all `epochs` from the start, so that it does not move while they
 * come in; a loss that is not finite ends its line.
 */
export function buildLossByEpoch(curves: readonly LossCurve[], epochs: number): PlotColumns {
  const reached = Math.max(0, ...curves.map(({ trainLoss }) => trainLoss.length));
  const x = reached === 0 ? [] : Array.from({ length: Math.max(reached, epochs) }, (_, epoch) => epoch);
  const own = curves.filter(({ isReference = false }) => !isReference).length;
  return {
    x,
    lines: curves.map(({ label, trainLoss, isReference = false }, i) => ({
      label,
      meaning: "train",
      values: x.map((epoch) => finite(trainLoss[epoch])),
      isMarked: false,
      isReference,
      shade: isReference ? 0.4 : own === 1 ? 1 : 0.35 + (0.65 * i) / (own - 1),
    })),
    rows: x.slice(0, reached),
  };
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
