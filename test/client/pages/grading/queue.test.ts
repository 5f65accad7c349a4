import { describe, expect, it } from "vitest";
import { buildRows } from "../../../../client/pages/grades/rows.ts";
import { buildQueue, nextToGrade, stepFrom, windowAround } from "../../../../client/pages/grading/queue.ts";
import { makeBook } from "../grades/book.ts";

const rows = buildRows(makeBook());
const [ada = "", fox = "", emile = "", grete = ""] = rows.map(({ handle }) => handle);

describe("whom a desk goes through", () => {
  it("is who handed in and waits, in the gradebook's order", () => {
    expect(buildQueue(rows, { p: 0, name: "waiting", section: null })).toEqual([fox, emile]);
    expect(buildQueue(rows, { p: 1, name: "waiting", section: null })).toEqual([emile]);
  });

  it("is who handed nothing in, or everyone, of a section where wished", () => {
    expect(buildQueue(rows, { p: 0, name: "nothingHandedIn", section: null })).toEqual([grete]);
    expect(buildQueue(rows, { p: 0, name: "everyone", section: "A" })).toEqual([ada, emile]);
  });
});

describe("going on", () => {
  const queue = ["a", "b", "c", "d"];

  it("steps to either side, and stops at the ends", () => {
    expect([stepFrom(queue, "b", 1), stepFrom(queue, "b", -1)]).toEqual(["c", "a"]);
    expect([stepFrom(queue, "d", 1), stepFrom(queue, "a", -1)]).toEqual([null, null]);
  });

  it("goes to the next that is not graded, past those that are, and round the end", () => {
    const left = new Set(["a", "d"]);
    expect(nextToGrade(queue, "b", (handle) => left.has(handle))).toBe("d");
    expect(nextToGrade(queue, "d", (handle) => left.has(handle))).toBe("a");
  });

  it("goes nowhere when nobody else is left", () => {
    expect(nextToGrade(queue, "b", (handle) => handle === "b")).toBeNull();
  });

  it("has the next ones' work at hand, and that of the one before", () => {
    expect(windowAround(queue, "b", 2)).toEqual(["b", "c", "d", "a"]);
    expect(windowAround(queue, "a", 1)).toEqual(["a", "b"]);
  });
});
