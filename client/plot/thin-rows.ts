/** As many rows as a reader looks through, and as a browser lays out at once. */
export const MAX_TABLE_ROWS = 500;

/** All rows, or evenly every so many of them with the last one, at most MAX_TABLE_ROWS. */
export function thinRows(rows: readonly number[]): readonly number[] {
  if (rows.length <= MAX_TABLE_ROWS) return rows;
  const step = Math.ceil(rows.length / (MAX_TABLE_ROWS - 1));
  return rows.filter((_, i) => i % step === 0 || i === rows.length - 1);
}
