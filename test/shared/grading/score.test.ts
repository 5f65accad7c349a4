import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { basePoints, roundPoints, scoreOf, totalOf } from "../../../shared/grading/score.ts";

const gains = [
  { id: "a", label: "A", points: 2 },
  { id: "b", label: "B", points: 3 },
  { id: "sloppy", label: "Sloppy", points: -1 },
];
const losses = [
  { id: "units", label: "No units", points: -1.5 },
  { id: "late", label: "Unreadable", points: -4 },
];

describe("a score", () => {
  test.each([
    ["begins at nothing where the rubric gives points", gains, [], 0, 0],
    ["adds what is ticked, below zero too", gains, ["a", "b", "sloppy"], 0, 4],
    ["begins at everything where the rubric only takes off", losses, ["units"], 0, 3.5],
    ["is the adjustment alone without a rubric", [], [], 2.25, 2.25],
    ["takes the adjustment on top", gains, ["a"], -0.5, 1.5],
    ["is never more than the part is worth", gains, ["a", "b"], 10, 5],
    ["is never below nothing", losses, ["units", "late"], -3, 0],
  ])("%s", (_, rubric, ticked, adjustment, score) => {
    expect(scoreOf({ points: 5, rubric }, { ticked, adjustment })).toBe(score);
  });

  test("has two decimals, whatever is added up", () => {
    const cents = fc.integer({ min: -100_000, max: 100_000 }).map((value) => value / 100);
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 20 }), (values) => {
        const whole = values.reduce((all, value) => all + Math.round(value * 100), 0);
        expect(roundPoints(values.reduce((all, value) => all + value, 0))).toBe(whole / 100 + 0);
      }),
    );
    expect(basePoints({ points: 5 })).toBe(0);
  });
});

describe("a total", () => {
  test("is what was earned without the late penalty's percent", () => {
    expect(totalOf([2, 5.5, 0], 0)).toEqual({ earned: 7.5, total: 7.5 });
    expect(totalOf([2, 5.5, 0], 20)).toEqual({ earned: 7.5, total: 6 });
    expect(totalOf([9.99], 33)).toEqual({ earned: 9.99, total: 6.69 });
    expect(totalOf([9.99], 100)).toEqual({ earned: 9.99, total: 0 });
  });

  test("is none before any part is graded", () => {
    expect(totalOf([], 20)).toEqual({ earned: null, total: null });
  });
});
