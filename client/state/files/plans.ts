import { type ExportRow, type ExportScope, tablesOf } from "../../../shared/api/export.ts";
import { paths } from "../../../shared/api/paths.ts";
import { recordsCalls } from "../calls/records.ts";
import type { FilePlan } from "./saving.ts";
import { makeCsvWriter, makeJsonWriter } from "./writer.ts";

/** Everything of a scope as one JSON file. `of` says whose it is, `now` when it was read. */
export function planWhole(
  course: string,
  scope: ExportScope,
  { of, now }: { readonly of: string; readonly now: Date },
): FilePlan {
  return {
    tables: tablesOf(scope),
    writer: makeJsonWriter({ lab: location.origin, course, of, readAt: now.toISOString() }),
    readPage: (table, after, signal) => recordsCalls.page({ course, scope, table, after }, signal),
    change: withWeights,
  };
}

/** One table of a course as CSV. */
export function planTable(course: string, name: string): FilePlan {
  return {
    tables: tablesOf("course").filter((table) => table.name === name),
    writer: makeCsvWriter(),
    readPage: (table, after, signal) => recordsCalls.page({ course, scope: "course", table, after }, signal),
    change: withWeights,
  };
}

/** A run with the address of its weights: safetensors, by its run link. */
function withWeights(table: string, row: ExportRow): ExportRow {
  const { runLink } = row;
  if (table !== "runs" || typeof runLink !== "string") return row;
  return { ...row, weights: location.origin + paths.runLinkWeights(runLink) };
}
