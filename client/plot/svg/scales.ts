import type { Column, PlotColumns } from "../columns.ts";
import type { Figure } from "../figure.ts";
import { linearRange, logRange, type Range, xRange } from "../ranges.ts";
import { linearTicks, logTicks } from "../ticks.ts";

const X_TICKS = 8;
const Y_TICKS = 5;

/** An axis without pixels: what it spans, where it is marked, and the share of it that lies below a value. */
export type Scale = {
  readonly range: Range;
  readonly ticks: readonly number[];
  readonly share: (value: number) => number;
};

export function xScale({ columns, x }: Pick<Figure, "columns" | "x">): Scale {
  const range = xRange(...extent([columns.x]));
  return linear(range, x.ticks ?? linearTicks(...range, X_TICKS));
}

export function yScale(columns: PlotColumns, log: boolean): Scale {
  const drawn = columns.lines.flatMap(({ values, band }) =>
    band === undefined ? [values] : [values, band.low, band.high],
  );
  const { span } = columns;
  if (log) {
    const range = logRange(...(span ?? extent(drawn, (value) => value > 0)));
    const ticks = logTicks(...range);
    const [low, high] = [Math.log(range[0]), Math.log(range[1])];
    return {
      range,
      ticks: ticks.length > 1 ? ticks : linearTicks(...range, Y_TICKS).filter((tick) => tick > 0),
      share: (value) => (Math.log(value) - low) / (high - low),
    };
  }
  const range = linearRange(...(span ?? extent(drawn)));
  return linear(range, linearTicks(...range, Y_TICKS));
}

function linear(range: Range, ticks: readonly number[]): Scale {
  const [low, high] = range;
  const inside = ticks.filter((tick) => tick >= low && tick <= high);
  return { range, ticks: inside, share: (value) => (value - low) / (high - low) };
}

/** The least and the greatest of what can be drawn; 0 and 1 where nothing can. */
function extent(columns: readonly Column[], counts: (value: number) => boolean = () => true): Range {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const column of columns) {
    for (const value of column) {
      if (value === null || !Number.isFinite(value) || !counts(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (low > high) return counts(0) ? [0, 1] : [0.1, 1];
  return [low, high];
}
