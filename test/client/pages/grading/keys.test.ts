import { describe, expect, it } from "vitest";
import { actionOf, digitOf, type KeyPlace } from "../../../../client/pages/grading/keys.ts";

const press = (key: string, on: KeyPlace = "page", how: { withControl?: boolean; withAlt?: boolean } = {}) =>
  actionOf({ key, on, withControl: false, withAlt: false, ...how });

describe("the desk's keys", () => {
  it("tick the rubric's items by the digits in the order of the keyboard", () => {
    expect(["1", "2", "9", "0"].map((key) => press(key))).toEqual([
      { kind: "tick", place: 0 },
      { kind: "tick", place: 1 },
      { kind: "tick", place: 8 },
      { kind: "tick", place: 9 },
    ]);
    expect([0, 8, 9, 10].map(digitOf)).toEqual(["1", "9", "0", null]);
  });

  it.each([
    ["a", "accept"],
    ["A", "accept"],
    ["j", "next"],
    ["ArrowRight", "next"],
    ["k", "previous"],
    ["ArrowLeft", "previous"],
    ["Enter", "save"],
    ["c", "comment"],
    ["?", "help"],
  ])("%s means %s", (key, kind) => {
    expect(press(key)).toEqual({ kind });
  });

  it("are letters and digits where something is typed, but for leaving and saving", () => {
    for (const key of ["a", "1", "j", "?", "ArrowLeft"]) expect(press(key, "text")).toBeNull();
    expect(press("Enter", "text")).toBeNull();
    expect(press("Enter", "text", { withControl: true })).toEqual({ kind: "save" });
    expect(press("Enter", "line")).toEqual({ kind: "save" });
    expect(press("Escape", "text")).toEqual({ kind: "leaveField" });
  });

  it("leave Enter to what it presses, arrows to what they scroll, and a choice to itself", () => {
    expect(press("Enter", "press")).toBeNull();
    expect(press("j", "press")).toEqual({ kind: "next" });
    expect(press("ArrowRight", "scroll")).toBeNull();
    for (const key of ["a", "Enter", "ArrowRight"]) expect(press(key, "choice")).toBeNull();
  });

  it("leave the browser's own combinations alone", () => {
    expect(press("a", "page", { withControl: true })).toBeNull();
    expect(press("ArrowLeft", "page", { withAlt: true })).toBeNull();
  });
});
