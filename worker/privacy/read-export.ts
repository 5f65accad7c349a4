import {
  type ExportPage,
  type ExportScope,
  type ExportTableName,
  tablesOf,
} from "../../shared/api/export.ts";
import { readBytes } from "../store/bytes.ts";
import { Cursor, listExportRows } from "../store/export-rows.ts";
import { EXPORT_SOURCES } from "../store/export-tables.ts";
import type { Member } from "../store/members.ts";
import type { Stores } from "./ledger.ts";

/** The table of this name in the files of a scope; null where they have none. */
export function tableNamed(scope: ExportScope, name: string): ExportTableName | null {
  return tablesOf(scope).find((table) => table.name === name)?.name ?? null;
}

/** Where a page begins, out of a query; null where it is no `next` of an answer. */
export function parseCursor(name: ExportTableName, text: string): Cursor | null {
  try {
    const cursor = Cursor.safeParse(JSON.parse(text));
    return cursor.success && cursor.data.length === EXPORT_SOURCES[name].key.length ? cursor.data : null;
  } catch {
    return null;
  }
}

/** A page with what KV holds of its rows. A content that has not reached this place yet is null. */
export async function readExport(
  { DB, BYTES }: Stores,
  page: { name: ExportTableName; scope: ExportScope; member: Member; after: Cursor | null },
): Promise<ExportPage> {
  const { rows, hashes, next } = await listExportRows(DB, page);
  const name = EXPORT_SOURCES[page.name].content?.name ?? "";
  const contents = await Promise.all(hashes.map((hash) => readJson(BYTES, hash)));
  return {
    table: page.name,
    rows: rows.map((row, i) => (hashes.length === 0 ? row : { ...row, [name]: contents[i] })),
    next: next === null ? null : JSON.stringify(next),
  };
}

async function readJson(kv: KVNamespace, hash: string): Promise<unknown> {
  const bytes = await readBytes(kv, hash);
  return bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes));
}
