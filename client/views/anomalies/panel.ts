import type { DigitScores } from "../../../shared/metrics/heaps.ts";
import type { ScoredModel } from "../../plot/anomaly-histogram.ts";
import type { PlotColumns } from "../../plot/columns.ts";
import type { Bench, BenchModel } from "./build-bench.ts";

/** What one model's figure is drawn of: its two histograms, and a row a digit below them on the same axis. */
export type Panel = {
  /** Where the bins begin, and where the last ends. */
  readonly edges: readonly number[];
  readonly normal: readonly number[]; // percent a bin
  readonly anomaly: readonly number[]; // percent a bin
  /** The highest bin of all panels. */
  readonly highest: number; // percent
  readonly rows: readonly PanelRow[];
};

export type PanelRow = DigitScores & { readonly isNormal: boolean };

/** The models of a bench as the anomaly histogram takes them, both on the same bins. */
export function scoredModels({ digit, run, rival }: Bench): readonly ScoredModel[] {
  const suffix = (model: BenchModel) => (rival === null ? "" : `, ${model.name}`);
  const scored = (model: BenchModel): ScoredModel => ({
    scores: model.heaps.scores,
    normalLabel: `digit ${digit}${suffix(model)}`,
    anomalyLabel: `other digits${suffix(model)}`,
    isReference: model === rival,
  });
  return rival === null ? [scored(run)] : [scored(run), scored(rival)];
}

/** One panel a model. `histogram` is buildAnomalyHistogram of scoredModels; none where it is empty. */
export function buildPanels(
  { digit, run, rival }: Bench,
  histogram: PlotColumns,
  order: readonly number[],
): readonly Panel[] {
  const { x: edges, lines } = histogram;
  if (edges.length === 0) return [];
  const heights = lines.map(({ values }) => values.slice(0, -1).map((value) => value ?? 0));
  const highest = Math.max(...heights.flat());
  return (rival === null ? [run] : [run, rival]).map((model, i) => ({
    ...{ edges, highest },
    normal: heights[2 * i] ?? [],
    anomaly: heights[2 * i + 1] ?? [],
    rows: order.flatMap((one) => {
      const found = model.byDigit.find((row) => row.digit === one);
      return found === undefined ? [] : [{ ...found, isNormal: one === digit }];
    }),
  }));
}

/** Where a panel's parts stand, in CSS px; `zoom` is 1, or more for a projector. */
export type PanelLayout = {
  readonly width: number;
  readonly zoom: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly rowsTop: number;
  readonly rowHeight: number;
  readonly height: number;
};

const ROWS = 10;
const SIZES = { left: 30, right: 42, top: 26, histogram: 130, axis: 42, row: 17, end: 4 }; // px

/** How high a panel is, in rem: reserved before it is drawn. */
export const PANEL_REM = (SIZES.top + SIZES.histogram + SIZES.axis + ROWS * SIZES.row + SIZES.end) / 16;

export function layOutPanel(width: number, zoom: number): PanelLayout {
  const bottom = (SIZES.top + SIZES.histogram) * zoom;
  const rowsTop = bottom + SIZES.axis * zoom;
  return {
    ...{ width, zoom, bottom, rowsTop },
    left: SIZES.left * zoom,
    right: Math.max(SIZES.left * zoom + 1, width - SIZES.right * zoom),
    top: SIZES.top * zoom,
    rowHeight: SIZES.row * zoom,
    height: PANEL_REM * 16 * zoom,
  };
}

/** A score as a place on the axis, which begins at 0 and ends at the last bin's edge. */
export function toX(score: number, end: number, { left, right }: PanelLayout): number {
  return left + (Math.min(Math.max(score, 0), end) / end) * (right - left);
}

/** The other way: the score under a place. */
export function toScore(x: number, end: number, { left, right }: PanelLayout): number {
  return Math.min(1, Math.max(0, (x - left) / (right - left))) * end;
}
