import type { ExportPage, ExportRow } from "../../../shared/api/export.ts";
import { failure, type Result, success } from "../../../shared/result.ts";
import type { FileWriter } from "./writer.ts";

export type Table = { readonly name: string; readonly holds: string };

/** How far a file is: `at` of `of` tables are in it, and `rows` rows of them all. */
export type Standing = {
  readonly at: number;
  readonly of: number;
  /** What is read now; of the last table where all are read. */
  readonly holds: string;
  readonly rows: number;
};

/** `after`: where the page before ended, null for the first. */
export type ReadPage<F> = (
  table: string,
  after: string | null,
  signal: AbortSignal,
) => Promise<Result<ExportPage, F>>;

/**
 * Reads tables page by page into one file. `run` goes on where the run before ended, whether that failed or was stopped, so that no
 * page is read twice. Pages become blobs at once: a browser may put these on the disk, where text would fill its memory.
 */
export function makeCollector<F>({
  tables,
  writer,
  readPage,
  change = (_, row) => row,
  onStanding,
}: {
  readonly tables: readonly Table[];
  readonly writer: FileWriter;
  readonly readPage: ReadPage<F>;
  /** What becomes of a row before it is written. */
  readonly change?: (table: string, row: ExportRow) => ExportRow;
  readonly onStanding: (standing: Standing) => void;
}) {
  const parts: Blob[] = [new Blob([writer.begin()])];
  let [at, rows, rowsOfTable] = [0, 0, 0];
  let after: string | null = null;
  const write = (text: string) => parts.push(new Blob([text]));
  const tell = () =>
    onStanding({ at, of: tables.length, holds: (tables[at] ?? tables.at(-1))?.holds ?? "", rows });

  function take(name: string, page: ExportPage): void {
    if (after === null) write(writer.beginTable(name, at === 0));
    if (page.rows.length > 0) {
      const changed = page.rows.map((row) => change(name, row));
      write(writer.rows(changed, rowsOfTable === 0));
    }
    rows += page.rows.length;
    rowsOfTable += page.rows.length;
    after = page.next;
    if (after !== null) return;
    write(writer.endTable());
    at++;
    rowsOfTable = 0;
  }

  return {
    /** The file once every table is in it; fails where a page does. Rejects when `signal` is aborted. */
    async run(signal: AbortSignal): Promise<Result<Blob, F>> {
      tell();
      for (let table = tables[at]; table !== undefined; table = tables[at]) {
        const page = await readPage(table.name, after, signal);
        signal.throwIfAborted();
        if (!page.ok) return failure(page.error);
        take(table.name, page.value);
        tell();
      }
      return success(new Blob([...parts, writer.end()], { type: `${writer.type};charset=utf-8` }));
    },
  };
}
export type Collector<F> = ReturnType<typeof makeCollector<F>>;
