import Papa from "papaparse";

export type CsvCell = string | number;

/** What a spreadsheet would take for a formula at the start of a cell; the wide forms are what some keyboards type. */
export const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Rows as a CSV file. Numbers stay numbers; a text that a spreadsheet would run as a formula gets an apostrophe before it, which
 * spreadsheets show as nothing.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `${Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: FORMULA, newline: "\r\n" },
  )}\r\n`;
}
