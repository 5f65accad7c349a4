import { expect, test } from "vitest";
import { stepBy } from "../../../../client/pages/teach/matrix/steps.ts";
import { scrollToRow, windowOf } from "../../../../client/pages/teach/matrix/window.ts";

test("of a thousand rows only those near the sight are drawn, and all that are in it", () => {
  const shown = windowOf(1_000, { top: 14_000, height: 560, row: 28 });
  expect(shown.from).toBeLessThanOrEqual(500);
  expect(shown.to).toBeGreaterThanOrEqual(520);
  expect(shown.to - shown.from).toBeLessThan(60);
  expect(windowOf(3, { top: 0, height: 560, row: 28 })).toEqual({ from: 0, to: 3 });
  expect(windowOf(3, { top: 9_999, height: 560, row: 28 })).toEqual({ from: 3, to: 3 });
});

test("a row that is read comes whole into sight, and one that is there moves nothing", () => {
  const sight = { top: 280, height: 280, row: 28 };
  expect([scrollToRow(10, sight), scrollToRow(3, sight), scrollToRow(25, sight)]).toEqual([280, 84, 448]);
});

test("keys go through the cells and stop at the edges", () => {
  const size = { rows: 1_000, columns: 18 };
  const go = (key: string, row: number, column: number, ctrlKey = false) =>
    stepBy({ key, ctrlKey }, { row, column }, size);
  expect(go("ArrowDown", 0, 3)).toEqual({ row: 1, column: 3 });
  expect(go("ArrowUp", 0, 3)).toEqual({ row: 0, column: 3 });
  expect(go("End", 5, 3)).toEqual({ row: 5, column: 17 });
  expect(go("End", 5, 3, true)).toEqual({ row: 999, column: 17 });
  expect(go("PageDown", 995, 3)).toEqual({ row: 999, column: 3 });
  expect(go("a", 5, 3)).toBeNull();
});
