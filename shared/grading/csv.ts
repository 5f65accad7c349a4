import Papa from "papaparse";

export type CsvCell = string | number;

/** What spreadsheets take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

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
