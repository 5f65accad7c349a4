import type { PlotGroup } from "../../../../shared/api/class.ts";
import type { Column, Meaning, PlotColumns, PlotLine } from "../../../plot/columns.ts";
import { NO_COLUMNS } from "../../../plot/columns.ts";
import { type Quartiles, quartilesOf } from "../../../plot/quartiles.ts";
import type { MetricName } from "./outliers.ts";

export type ClassMeasure = { readonly label: string; readonly meaning: Meaning; readonly metric: MetricName };

export const CLASS_TRAIN_AND_TEST: readonly ClassMeasure[] = [
  { label: "train", meaning: "train", metric: "trainMse" },
  { label: "test", meaning: "test", metric: "testMse" },
];
export const CLASS_RANDOM: readonly ClassMeasure[] = [
  { label: "random data", meaning: "random", metric: "randomMse" },
];

/** The axis goes this many times the distance between the quartiles beyond them; what is farther is cut off. */
const REACH = 4;

type Options = {
  readonly measures: readonly ClassMeasure[];
  /** Single students are drawn; else quartiles alone, and these only of as many as `least`. */
  readonly singles: boolean;
  readonly least: number;
};

/**
 * A class's runs against width: each measure's median with a band from quartile to quartile above every student's own line, PyTorch's
 * number, and the PCA floor at those widths. The first group is the plot's own; others are compared with it by their medians.
 */
export function buildClassByWidth(
  groups: readonly PlotGroup[],
  { measures, singles, least }: Options,
): PlotColumns {
  const [own] = groups;
  const x = [...new Set(groups.flatMap(({ widths }) => widths.filter((width) => width !== null)))].toSorted(
    (a, b) => a - b,
  );
  if (own === undefined || x.length === 0) return NO_COLUMNS;
  const at = (group: PlotGroup, columns: Column): Column =>
    x.map((width) => {
      const place = group.widths.indexOf(width);
      return place < 0 ? null : (columns[place] ?? null);
    });
  const lines = groups.flatMap((group, g): PlotLine[] =>
    measures.map(({ label, meaning, metric }) => {
      const all = group.metrics[metric].map((column) => atLeast(least, quartilesOf(column), column));
      const of = (part: keyof Quartiles) =>
        at(
          group,
          all.map((found) => found?.[part] ?? null),
        );
      const name = g === 0 ? `${label}, median` : `${label}, median of ${placeOf(group)}`;
      const line = { label: name, meaning, values: of("median") };
      if (g > 0) return { ...line, isReference: true, shade: 0.7 };
      const band = { low: of("low"), high: of("high") };
      return singles ? { ...line, band, crowd: crowdOf(group, metric, at) } : { ...line, band };
    }),
  );
  const references = measures.map(
    ({ label, meaning, metric }): PlotLine => ({
      label: `${label}, PyTorch`,
      meaning,
      values: at(own, own.reference[metric]),
      isReference: true,
    }),
  );
  const floor: PlotLine[] =
    own.floors === null ? [] : [{ label: "PCA floor", meaning: "floor", values: at(own, own.floors) }];
  const shown = [...lines, ...references.filter(hasValues), ...floor.filter(hasValues)];
  return { x, lines: shown, rows: x.map((_, row) => row), span: spanOf(shown) };
}

/** `Part (1f)`, as a figure's legend names another part. */
export function placeOf({ part }: Pick<PlotGroup, "part">): string {
  return `Part ${part}`;
}

function atLeast(least: number, found: Quartiles | null, column: Column): Quartiles | null {
  return column.filter((value) => value !== null).length >= least ? found : null;
}

function crowdOf(
  group: PlotGroup,
  metric: MetricName,
  at: (group: PlotGroup, columns: Column) => Column,
): readonly Column[] {
  const students = group.links[0]?.length ?? 0;
  return Array.from({ length: students }, (_, student) =>
    at(
      group,
      group.metrics[metric].map((column) => column[student] ?? null),
    ),
  );
}

function hasValues({ values }: PlotLine): boolean {
  return values.some((value) => value !== null);
}

/** What is drawn as lines is all in sight; of single students what lies near enough to these. */
function spanOf(lines: readonly PlotLine[]): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const reach = (value: number | null | undefined) => {
    if (value === null || value === undefined) return;
    [low, high] = [Math.min(low, value), Math.max(high, value)];
  };
  for (const { values, band, crowd } of lines) {
    for (const [row, value] of values.entries()) {
      const [bottom, top] = [band?.low[row] ?? value, band?.high[row] ?? value];
      for (const one of [value, bottom, top]) reach(one);
      if (bottom === null || top === null || value === null) continue;
      const room = Math.max(REACH * (top - bottom), 0.25 * Math.abs(value));
      for (const student of crowd ?? []) {
        const single = student[row];
        if (single != null && single >= bottom - room && single <= top + room) reach(single);
      }
    }
  }
  return low > high ? [0, 1] : [low, high];
}
