import { type CsvCell, writeCsv } from "../csv.ts";

/** A student as Canvas's gradebook knows one; empty where the roster does not say. */
export type CanvasStudent = {
  readonly name: string;
  readonly canvasId: string;
  readonly studentId: string;
  readonly login: string;
  readonly section: string;
  readonly total: number;
};

/**
 * One column of Canvas's gradebook, in the form in which Canvas exports and imports it. `column` is the title with Canvas's id in
 * brackets, as the column has there; a title alone makes a new one. Who is not in the file keeps what stands in Canvas.
 */
export function writeCanvasCsv(
  students: readonly CanvasStudent[],
  { column, points }: { readonly column: string; readonly points: number },
): string {
  const header = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", column];
  // Canvas writes four spaces before it.
  const possible = ["    Points Possible", "", "", "", "", points];
  const rows = students.map(({ name, canvasId, studentId, login, section, total }): CsvCell[] => [
    ...[name, canvasId, studentId, login, section],
    total,
  ]);
  return writeCsv([header, possible, ...rows]);
}
