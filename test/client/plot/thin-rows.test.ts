import { expect, test } from "vitest";
import { MAX_TABLE_ROWS, thinRows } from "../../../client/plot/thin-rows.ts";

const rows = (count: number) => Array.from({ length: count }, (_, i) => i);

test("a table of a plot has every row, as long as it can be looked through", () => {
  expect(thinRows(rows(0))).toEqual([]);
  expect(thinRows(rows(MAX_TABLE_ROWS))).toEqual(rows(MAX_TABLE_ROWS));
});

test("of more rows it has evenly some, the first and the last among them", () => {
  for (const count of [MAX_TABLE_ROWS + 1, 997, 10_000]) {
    const thin = thinRows(rows(count));
    expect(thin.length).toBeLessThanOrEqual(MAX_TABLE_ROWS);
    expect([thin[0], thin.at(-1)]).toEqual([0, count - 1]);
    const step = (thin[1] ?? 0) - (thin[0] ?? 0);
    expect(thin.slice(1, -1).every((row, i) => row - (thin[i] ?? 0) === step)).toBe(true);
  }
});
