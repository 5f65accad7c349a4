import { expect, test } from "vitest";
import { type LateRule, LENIENT, latenessAt, takesInAt } from "../../../shared/assignment/lateness.ts";

const DUE = Date.UTC(2026, 11, 1, 23, 59);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const RULE: LateRule = { graceMinutes: 15, percentADay: 10, cutOffHours: 72 };

test.each([
  ["before it is due", -MINUTE, { late: false, days: 0, percent: 0 }],
  ["at the due date", 0, { late: false, days: 0, percent: 0 }],
  ["at the end of the grace", 15 * MINUTE, { late: false, days: 0, percent: 0 }],
  ["a moment after the grace", 15 * MINUTE + 1, { late: true, days: 1, percent: 10 }],
  ["a day after it was due", 24 * HOUR, { late: true, days: 1, percent: 10 }],
  ["when the second day has begun", 24 * HOUR + 1, { late: true, days: 2, percent: 20 }],
  ["eleven days on", 11 * 24 * HOUR, { late: true, days: 11, percent: 100 }],
])("ten percent a day with fifteen minutes of grace: %s", (_, over, lateness) => {
  expect(latenessAt(DUE + over, DUE, RULE)).toEqual(lateness);
});

test("nothing is late where nothing is due, and late work costs nothing where no rule was set", () => {
  expect(latenessAt(DUE, null, RULE)).toEqual({ late: false, days: 0, percent: 0 });
  expect(latenessAt(DUE + HOUR, DUE, LENIENT)).toEqual({ late: true, days: 1, percent: 0 });
});

test("work is taken in until the cut-off, and never cut off within the grace", () => {
  expect([72 * HOUR, 72 * HOUR + 1].map((over) => takesInAt(DUE + over, DUE, RULE))).toEqual([true, false]);
  const strict = { ...RULE, cutOffHours: 0 };
  expect([15 * MINUTE, 15 * MINUTE + 1].map((over) => takesInAt(DUE + over, DUE, strict))).toEqual([
    true,
    false,
  ]);
  expect(takesInAt(DUE + 900 * HOUR, DUE, LENIENT)).toBe(true);
  expect(takesInAt(DUE, null, RULE)).toBe(true);
});
