import type { PlotColumns } from "./columns.ts";

export type Cell = string | number | null;

/** RFC 4180: numbers in full precision, text quoted where it must be, an empty cell for null. */
export function buildCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** A plot's measurements: x, then each line, with the edges of its band where it has one. */
export function plotCsv(xName: string, columns: PlotColumns): string {
  const named = columns.lines.flatMap(({ label, values, band }) => [
    { name: label, values },
    ...(band
      ? [
          { name: `${label} low`, values: band.low },
          { name: `${label} high`, values: band.high },
        ]
      : []),
  ]);
  return buildCsv(
    [xName, ...named.map(({ name }) => name)],
    columns.rows.map((row) => [columns.x[row] ?? null, ...named.map(({ values }) => values[row] ?? null)]),
  );
}

function cell(value: Cell): string {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
