import type { Column, PlotColumns, PlotLine } from "../../plot/columns.ts";
import { bandOf, spreadOf } from "../../plot/spread.ts";
import type { ViewedRun } from "../viewed-run.ts";
import type { SeedGroup } from "./group-seeds.ts";
import type { Station } from "./run-by-epoch.ts";

/**
 * Train loss by epoch, a line a group: its mean over seeds, and a band of one sample standard deviation where there are several. A
 * line ends where a run of its group does, or is no longer finite.
 */
export function buildRunsByEpoch(groups: readonly SeedGroup[]): PlotColumns {
  const longest = Math.max(0, ...groups.flatMap(({ runs }) => runs.map(({ trainLoss }) => trainLoss.length)));
  const x = Array.from({ length: longest }, (_, epoch) => epoch);
  const column = ({ trainLoss }: ViewedRun): Column => x.map((epoch) => trainLoss[epoch] ?? null);
  return {
    x,
    lines: groups.map((group, i) => lineOf(group, { meaning: "train", i, groups, column })),
    rows: x,
  };
}

/** Test error by the epochs trained, at the stations of the runs; a group has its line once all of its runs have theirs. */
export function buildTestedByEpoch(
  groups: readonly SeedGroup[],
  stationsOf: (run: ViewedRun) => readonly Station[] | null,
): PlotColumns {
  const epochs = groups.flatMap(({ runs }) => runs.flatMap((run) => stationsOf(run) ?? []));
  const x = [...new Set(epochs.map(({ epoch }) => epoch))].toSorted((a, b) => a - b);
  const column = (run: ViewedRun): Column => {
    const errors = new Map(stationsOf(run)?.map(({ epoch, testMse }) => [epoch, testMse]));
    return x.map((epoch) => errors.get(epoch) ?? null);
  };
  const lines = groups.map((group, i) => lineOf(group, { meaning: "test", i, groups, column }));
  return { x, lines, rows: x.map((_, row) => row) };
}

function lineOf(
  { name, runs }: SeedGroup,
  {
    meaning,
    i,
    groups,
    column,
  }: {
    meaning: "train" | "test";
    i: number;
    groups: readonly SeedGroup[];
    column: (run: ViewedRun) => Column;
  },
): PlotLine {
  const columns = runs.map(column);
  const rows = Array.from({ length: columns[0]?.length ?? 0 }, (_, row) => row);
  const spreads = rows.map((row) => {
    const values = columns.map((values) => values[row] ?? Number.NaN);
    return values.every(Number.isFinite) ? spreadOf(values) : null;
  });
  const band = bandOf(spreads);
  const line: PlotLine = {
    ...{ label: name, meaning, isMarked: false },
    shade: groups.length === 1 ? 1 : 0.35 + (0.65 * i) / (groups.length - 1),
    values: spreads.map((spread) => spread?.mean ?? null),
  };
  return band === undefined ? line : { ...line, band };
}
