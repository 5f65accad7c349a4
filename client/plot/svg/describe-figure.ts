import { formatLoss, formatNumber } from "../../parts/numbers.ts";
import type { Figure } from "../figure.ts";

/** A figure in words, for who cannot see it: the axes, and of each line where it begins and ends. */
export function describeFigure({ columns, x, y }: Figure): string {
  const format = y.format === "number" ? formatNumber : formatLoss;
  const rows = columns.lines.flatMap(({ label, values }) => {
    const known = columns.rows.filter((row) => typeof values[row] === "number");
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined) return [];
    const at = (row: number) =>
      `${format(values[row] ?? Number.NaN)} at ${x.symbol} ${formatNumber(columns.x[row] ?? Number.NaN)}`;
    return [`${label}: ${first === last ? at(first) : `${at(first)}, ${at(last)}`}.`];
  });
  return [`${y.name} against ${x.name}.`, ...rows].join(" ");
}
