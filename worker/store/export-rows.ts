import * as z from "zod/mini";
import type { ExportRow, ExportScope, ExportTableName } from "../../shared/api/export.ts";
import { EXPORT_SOURCES } from "./export-tables.ts";
import type { Member } from "./members.ts";

/** Where a page begins: the key of the row before it. */
export const Cursor = z.array(z.union([z.string(), z.number()]));
export type Cursor = z.infer<typeof Cursor>;

const Found = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export type ExportedRows = {
  readonly rows: readonly ExportRow[];
  /** The hash of each row's content in KV, in the order of the rows; empty where this file has none. */
  readonly hashes: readonly string[];
  readonly next: Cursor | null;
};

/** A page of a table: everyone's rows of the member's course, or the member's own. One statement. */
export async function listExportRows(
  db: D1Database,
  {
    name,
    scope,
    member,
    after,
  }: {
    readonly name: ExportTableName;
    readonly scope: ExportScope;
    readonly member: Member;
    readonly after: Cursor | null;
  },
): Promise<ExportedRows> {
  const source = EXPORT_SOURCES[name];
  const { from, key, columns, json = [], forStaff = [], content, onlyMineWhere, rowsAPage } = source;
  const isMine = scope === "mine";
  const shown = Object.entries(columns).filter(([column]) => !isMine || !forStaff.includes(column));
  const hasContent = content !== undefined && (isMine || !content.onlyMine);
  const selected = [
    ...shown.map(([column, sql]) => `${sql} AS "${column}"`),
    ...key.map((sql, i) => `${sql} AS _key${i}`),
    ...(hasContent ? [`${content.hash} AS _content`] : []),
  ];
  const wanted: readonly Condition[] = [
    { sql: "t.course = ?", values: [member.course] },
    ...(isMine ? [conditionOfOwn(name, member)] : []),
    ...(isMine && onlyMineWhere !== undefined ? [{ sql: onlyMineWhere, values: [] }] : []),
    ...(after === null
      ? []
      : [{ sql: `(${key.join(", ")}) > (${key.map(() => "?").join(", ")})`, values: after }]),
  ];
  const { results } = await db
    .prepare(
      `SELECT ${selected.join(", ")} FROM ${from} WHERE ${wanted.map(({ sql }) => sql).join(" AND ")}
       ORDER BY ${key.join(", ")} LIMIT ?`,
    )
    .bind(...wanted.flatMap(({ values }) => values), rowsAPage + 1)
    .all();
  const found = results.slice(0, rowsAPage).map((row) => Found.parse(row));
  const last = found.at(-1);
  return {
    rows: found.map((row) =>
      Object.fromEntries(
        shown.map(([column]) => {
          const value = row[column] ?? null;
          return [column, json.includes(column) && typeof value === "string" ? JSON.parse(value) : value];
        }),
      ),
    ),
    hashes: hasContent ? found.map((row) => String(row._content)) : [],
    next:
      last === undefined || results.length <= rowsAPage ? null : key.map((_, i) => last[`_key${i}`] ?? ""),
  };
}

type Condition = { readonly sql: string; readonly values: readonly (string | number)[] };

/** A member's own rows; of the log those that the member made, and those that name the member. */
function conditionOfOwn(name: ExportTableName, { id, pseudonym }: Member): Condition {
  const { owner } = EXPORT_SOURCES[name];
  return name === "audit"
    ? { sql: `(${owner} = ? OR instr(t.detail, ?) > 0)`, values: [id, JSON.stringify(pseudonym)] }
    : { sql: `${owner} = ?`, values: [id] };
}
