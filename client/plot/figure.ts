import type { PlotColumns } from "./columns.ts";

/** A plot as data: what the page draws on a canvas and the report as SVG. */
export type Figure = {
  /** What the plot answers; written above it. */
  readonly question: string;
  readonly columns: PlotColumns;
  /** The axis names, with their units; `symbol` stands in the readout: `at h = 20`. */
  readonly x: { readonly name: string; readonly symbol: string; readonly ticks?: readonly number[] };
  readonly y: { readonly name: string; readonly format?: "loss" | "number" };
  readonly shape: "lines" | "steps";
  /** What a band or a number beside the plot means, in a sentence; empty for none. */
  readonly note: string;
  /** The name of files made of it, without their ending. */
  readonly file: string;
};
