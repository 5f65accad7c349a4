import type { Cell } from "../../plot/csv.ts";
import { buildCsv } from "../../plot/csv.ts";
import type { Axis, AxisName } from "./axes.ts";
import type { Tried } from "./create-search.ts";

export type Order = { readonly by: AxisName; readonly down: boolean };

/** The best first, as a reader meets the table. */
export const BEST_FIRST: Order = { by: "auroc", down: true };

export function readValue({ settings, auroc }: Tried, name: AxisName): number | null {
  return name === "auroc" ? auroc : settings[name];
}

/** In an order; what has no value comes last either way, and equals stay as they were. */
export function sortTried(tried: readonly Tried[], { by, down }: Order): readonly Tried[] {
  return tried.toSorted((a, b) => {
    const [x, y] = [readValue(a, by), readValue(b, by)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return down ? y - x : x - y;
  });
}

/** Rows that stay where they are under a reader's eyes: those that were there, and what came since behind them. */
export function keepOrder(shown: readonly Tried[], now: readonly Tried[]): readonly Tried[] {
  const known = new Set(shown.map(({ spec }) => spec));
  const there = new Set(now.map(({ spec }) => spec));
  return [...shown.filter(({ spec }) => there.has(spec)), ...now.filter(({ spec }) => !known.has(spec))];
}

/** Every run that is over, in the order in which they were drawn. */
export function searchCsv(tried: readonly Tried[], axes: readonly Axis[]): string {
  return buildCsv(
    [...axes.map(({ title }) => title), "why it has none"],
    tried.map((one): readonly Cell[] => [...axes.map(({ name }) => readValue(one, name)), one.why]),
  );
}
