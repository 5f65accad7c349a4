import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { movePosition, smallestChange } from "../../../client/parts/smallest-change.ts";

describe("the smallest change from one text to another", () => {
  it.each([
    ["one two", "one two three", { from: 7, to: 7, insert: " three" }],
    ["one two", "zero one two", { from: 0, to: 0, insert: "zero " }],
    ["one two three", "one three", { from: 5, to: 9, insert: "" }],
    ["aaa", "aa", { from: 2, to: 3, insert: "" }],
    ["aa", "aaa", { from: 2, to: 2, insert: "a" }],
    ["", "a", { from: 0, to: 0, insert: "a" }],
  ])("from %j to %j is %j", (before, after, change) => {
    expect(smallestChange(before, after)).toEqual(change);
  });

  it("is none between equal texts", () => {
    expect(smallestChange("same", "same")).toBeNull();
  });

  const text = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 12 });

  it("makes the one of the other, whatever they are", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = smallestChange(before, after);
        if (change === null) {
          expect(before).toBe(after);
          return;
        }
        expect(before.slice(0, change.from) + change.insert + before.slice(change.to)).toBe(after);
      }),
    );
  });

  it("leaves a cursor between the same letters where both stand", () => {
    const insertBefore = { from: 0, to: 0, insert: "zero " };
    expect(movePosition(3, insertBefore)).toBe(8);
    expect(movePosition(3, { from: 7, to: 7, insert: " three" })).toBe(3);
    expect(movePosition(6, { from: 4, to: 8, insert: "" })).toBe(4);
    expect(movePosition(9, { from: 4, to: 8, insert: "x" })).toBe(6);
  });
});
