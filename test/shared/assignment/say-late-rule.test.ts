import { expect, test } from "vitest";
import { type LateRule, LENIENT } from "../../../shared/assignment/lateness.ts";
import { sayExample, sayLateRule, saySpan } from "../../../shared/assignment/say-late-rule.ts";

const TEN: LateRule = { graceMinutes: 0, percentADay: 10, cutOffHours: null };

test.each<[LateRule, string]>([
  [LENIENT, "Late work loses no points. It can be handed in once."],
  [TEN, "Late work loses 10\u00a0% of its points for each day that has begun. It can be handed in once."],
  [
    { graceMinutes: 15, percentADay: 7.5, cutOffHours: 72 },
    "What comes up to 15 minutes late counts as in time. Late work loses 7.5\u00a0% of its points for each day that has begun, and is taken in until 3 days after the due date. It can be handed in once.",
  ],
  [{ ...TEN, cutOffHours: 0 }, "Late work is not taken in."],
  [
    { graceMinutes: 60, percentADay: 0, cutOffHours: 1 },
    "What comes up to 1 hour late counts as in time. Later work is not taken in.",
  ],
])("a rule in words: %j", (rule, words) => {
  expect(sayLateRule(rule)).toBe(words);
});

test.each<[string, number, LateRule, string]>([
  ["a fee", 30, TEN, "A submission 30 hours late loses 20\u00a0% of its points."],
  ["no fee", 30, LENIENT, "A submission 30 hours late loses no points."],
  ["all of it", 240, TEN, "A submission 10 days late loses 100\u00a0% of its points."],
  ["grace", 1, { ...TEN, graceMinutes: 60 }, "A submission 1 hour late counts as in time."],
  ["cut off", 30, { ...TEN, cutOffHours: 24 }, "A submission 30 hours late is not taken in."],
])("an example: %s", (_, hours, rule, words) => {
  expect(sayExample(hours, rule)).toBe(words);
});

test("a span is said in the largest unit that is whole", () => {
  expect([0, 1, 60, 90, 1_440, 2_880, 2_940].map(saySpan)).toEqual([
    ...["0 minutes", "1 minute", "1 hour", "90 minutes", "24 hours", "2 days", "49 hours"],
  ]);
});
