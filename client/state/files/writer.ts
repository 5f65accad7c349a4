import Papa from "papaparse";
import type { ExportRow } from "../../../shared/api/export.ts";
import { FORMULA } from "../../../shared/csv.ts";

/** Turns tables, a page of rows at a time, into the text of one file. */
export type FileWriter = {
  readonly type: string;
  readonly begin: () => string;
  /** `isFirst`: whether a table came before. */
  readonly beginTable: (name: string, isFirst: boolean) => string;
  /** `isFirst`: whether rows of the same table came before. */
  readonly rows: (rows: readonly ExportRow[], isFirst: boolean) => string;
  readonly endTable: () => string;
  readonly end: () => string;
};

/** One object with `about` and every table as an array, a row a line. */
export function makeJsonWriter(about: Readonly<Record<string, string>>): FileWriter {
  const fields = Object.entries(about).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  return {
    type: "application/json",
    begin: () => `{\n${fields.join("")}"tables": {`,
    beginTable: (name, isFirst) => `${isFirst ? "" : ","}\n${JSON.stringify(name)}: [`,
    rows: (rows, isFirst) =>
      rows.map((row, i) => `${isFirst && i === 0 ? "" : ","}\n${JSON.stringify(row)}`).join(""),
    endTable: () => "]",
    end: () => "\n}}\n",
  };
}

/** Without it Excel reads UTF-8 as something else. */
const BYTE_ORDER_MARK = "\uFEFF";

/** One table as CSV. Text that a spreadsheet would run is led by an apostrophe, numbers stay numbers, what has parts is JSON. */
export function makeCsvWriter(): FileWriter {
  return {
    type: "text/csv",
    begin: () => BYTE_ORDER_MARK,
    beginTable: () => "",
    rows: (rows, isFirst) =>
      `${Papa.unparse(rows.map(toCells), { header: isFirst, escapeFormulae: FORMULA })}\r\n`,
    endTable: () => "",
    end: () => "",
  };
}

function toCells(row: ExportRow): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === "object" && value !== null ? JSON.stringify(value) : value,
    ]),
  );
}
