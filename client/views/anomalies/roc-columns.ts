import type { Separation } from "../../../shared/metrics/separation.ts";
import { NO_COLUMNS, type PlotColumns, type PlotLine } from "../../plot/columns.ts";

export type NamedSeparation = {
  readonly name: string;
  readonly kind: "run" | "rival" | "baseline";
  readonly separation: Separation;
};

/**
 * ROC curves in percent: for every whole percent of false alarms the most anomalies that a threshold finds. The run has its
 * interval as a band; baselines are drawn as theory is, and so is the coin.
 */
export function buildRocColumns(models: readonly NamedSeparation[]): PlotColumns {
  if (models.length === 0) return NO_COLUMNS;
  const x = Array.from({ length: 101 }, (_, percent) => percent);
  const percents = (rates: Float64Array) => Array.from(rates, (rate) => 100 * rate);
  const baselines = models.filter(({ kind }) => kind === "baseline").map(({ name }) => name);
  const lines = models.map(({ name, kind, separation: { roc } }): PlotLine => {
    const line = { label: name, values: percents(roc.tpr), isMarked: false };
    switch (kind) {
      case "run":
        return { ...line, meaning: "test", band: { low: percents(roc.low), high: percents(roc.high) } };
      case "rival":
        return { ...line, meaning: "test", isReference: true, shade: 0.65 };
      case "baseline":
        return { ...line, meaning: "floor", shade: 1 - 0.35 * baselines.indexOf(name) };
      default:
        return kind satisfies never;
    }
  });
  return { x, lines: [...lines, { label: "a coin", meaning: "floor", shade: 0.4, values: x }], rows: x };
}
