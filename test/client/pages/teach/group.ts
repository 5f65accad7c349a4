import type { PlotGroup } from "../../../../shared/api/class.ts";

/** A run cell's runs of a class by test error: a row a student, a column a width. */
export function makeGroup(
  widths: readonly (number | null)[],
  testMse: readonly (readonly (number | null)[])[],
  more: Partial<PlotGroup> = {},
): PlotGroup {
  const columns = widths.map((_, w) => testMse.map((row) => row[w] ?? null));
  const none = widths.map(() => null);
  return {
    cell: "1f-run",
    part: "1f",
    label: "Train",
    convolutional: false,
    widths: [...widths],
    metrics: {
      trainMse: columns.map((column) => column.map((value) => (value === null ? null : value / 2))),
      testMse: columns,
      randomMse: columns,
      auroc: columns.map((column) => column.map(() => null)),
    },
    links: columns.map((column, w) =>
      column.map((value, student) => (value === null ? null : `run${student}at${widths[w]}`)),
    ),
    reference: { trainMse: none, testMse: none, randomMse: none, auroc: none },
    floors: null,
    ...more,
  };
}
