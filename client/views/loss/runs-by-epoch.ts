import type { PlotColumns, PlotLine } from "../../plot/columns.ts";
import { bandOf, type Spread, spreadOf } from "../../plot/spread.ts";
import type { SeedGroup } from "./group-seeds.ts";

/**
 * Train loss by epoch, a line a group: its mean over seeds, and a band of one sample standard deviation where there are several. A
 * line ends where a run of its group does, or is no longer finite.
 */
export function buildRunsByEpoch(groups: readonly SeedGroup[]): PlotColumns {
  const longest = Math.max(0, ...groups.flatMap(({ runs }) => runs.map(({ trainLoss }) => trainLoss.length)));
  const x = Array.from({ length: longest }, (_, epoch) => epoch);
  const lines = groups.map(({ name, runs }, i): PlotLine => {
    const spreads = x.map((epoch) => spreadAt(runs.map(({ trainLoss }) => trainLoss[epoch])));
    const band = bandOf(spreads);
    const line: PlotLine = {
      ...{ label: name, meaning: "train", isMarked: false },
      shade: groups.length === 1 ? 1 : 0.35 + (0.65 * i) / (groups.length - 1),
      values: spreads.map((spread) => spread?.mean ?? null),
    };
    return band === undefined ? line : { ...line, band };
  });
  return { x, lines, rows: x };
}

function spreadAt(losses: readonly (number | undefined)[]): Spread | null {
  const known = losses.filter((loss) => loss !== undefined && Number.isFinite(loss));
  return known.length < losses.length ? null : spreadOf(known.map(Number));
}
