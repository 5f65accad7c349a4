/** What a line stands for; each has one colour, dash and marker on every page (marks.ts). */
export type Meaning = "train" | "test" | "random" | "floor" | "normal" | "anomaly" | "encoder" | "decoder";

/** A number a row; null where the line has none, which leaves no gap in it. */
export type Column = readonly (number | null)[];

export type PlotLine = {
  readonly label: string;
  readonly meaning: Meaning;
  readonly values: Column;
  /** Drawn as a band around the line. */
  readonly band?: { readonly low: Column; readonly high: Column };
  /** The single models that the line stands for, a column each: drawn faint below it, and neither listed nor read out. */
  readonly crowd?: readonly Column[];
  /** 0 to 1: how strong the colour is among lines of one meaning. */
  readonly shade?: number;
  /** What the others are compared with: a thinner line with hollow markers, and no fill below it. */
  readonly isReference?: boolean;
  /** Whether its measurements are marked; a loss curve has one an epoch, and they are not. */
  readonly isMarked?: boolean;
};

/** A single value that is worth a look, and the page that has it. */
export type PlotDot = {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly href: string;
};

/** What a plot draws, its table lists and its csv holds: one x column and a column a line, all of one length. */
export type PlotColumns = {
  readonly x: readonly number[];
  readonly lines: readonly PlotLine[];
  /** The rows that are measurements: the readout stops at them and the table lists them. Others only bend a line. */
  readonly rows: readonly number[];
  /** The least and the greatest value that the y axis shows; unset, those of the lines. What lies beyond is cut off. */
  readonly span?: readonly [low: number, high: number];
  readonly dots?: readonly PlotDot[];
};

export const NO_COLUMNS: PlotColumns = { x: [], lines: [], rows: [] };

/** The row whose x is nearest, of those that are measurements; null when there are none. */
export function nearestRow({ x, rows }: PlotColumns, value: number): number | null {
  let nearest: number | null = null;
  for (const row of rows) {
    if (nearest === null || distance(x, row, value) < distance(x, nearest, value)) nearest = row;
  }
  return nearest;
}

function distance(x: readonly number[], row: number, value: number): number {
  return Math.abs((x[row] ?? Number.NaN) - value);
}

/** Values as a log axis can show them: what is not above 0 becomes null. */
export function positiveOnly(values: Column): Column {
  return values.map((value) => (value !== null && value > 0 ? value : null));
}
