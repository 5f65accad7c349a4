import { expect, test } from "vitest";
import type { Assignment, AssignmentProblem, Part } from "../../../shared/assignment/assignment.ts";
import { listDifferences, summarize } from "../../../shared/assignment/differences.ts";
import { BUILT_IN_HOMEWORK } from "../../../shared/assignment/homework/index.ts";

const before = BUILT_IN_HOMEWORK;
const [first, second, third] = before.problems;
if (first === undefined || second === undefined || third === undefined) throw new Error("three problems");

/** The homework with its first problem changed. */
const withFirst = (change: Partial<AssignmentProblem>): Assignment => ({
  ...before,
  problems: [{ ...first, ...change }, second, third],
});
/** The homework with Part (f) of its first problem changed. */
const withPart = (change: Partial<Part>): Assignment =>
  withFirst({ parts: first.parts.map((part) => (part.letter === "f" ? { ...part, ...change } : part)) });
const partF = first.parts.find(({ letter }) => letter === "f");
if (partF === undefined) throw new Error("Problem 1 has a Part (f)");
const rubric = [
  { id: "a", label: "Right", points: 2 },
  { id: "b", label: "No units", points: -1 },
];

test.each<[string, Assignment, Assignment, readonly string[]]>([
  ["nothing", before, { ...before }, []],
  [
    "a title and the honour line",
    before,
    { ...before, title: "Ours", honour: "Mine." },
    ["title", "honour line"],
  ],
  ["a problem less", before, { ...before, problems: [first, second] }, ["removed Problem 3"]],
  ["a problem more", { ...before, problems: [first, second] }, before, ["added Problem 3"]],
  [
    "problems in another order",
    before,
    { ...before, problems: [second, first, third] },
    ["order of the problems"],
  ],
  ["a problem's texts", before, withFirst({ title: "T", intro: "I" }), ["Problem 1: title, intro"]],
  ["a part less", before, withFirst({ parts: first.parts.slice(1) }), ["removed 1 (a)"]],
  [
    "parts in another order",
    before,
    withFirst({ parts: first.parts.toReversed() }),
    ["Problem 1: order of the parts"],
  ],
  [
    "points and prompt",
    before,
    withPart({ points: 1, prompt: "?" }),
    [`1 (f): points ${partF.points} to 1, prompt`],
  ],
  [
    "a cell's fields",
    before,
    withPart({ cells: partF.cells.map((cell) => (cell.kind === "text" ? { ...cell, minWords: 99 } : cell)) }),
    ["1 (f): cell 1f-text (minWords)"],
  ],
  [
    "a cell less",
    before,
    withPart({ cells: partF.cells.slice(0, -1) }),
    [`1 (f): removed cell ${partF.cells.at(-1)?.id}`],
  ],
  [
    "a rubric",
    withPart({ rubric: [] }),
    withPart({ rubric }),
    ["1 (f): added rubric item “Right”, added rubric item “No units”"],
  ],
  [
    "an expected answer that is taken out",
    before,
    withFirst({
      parts: first.parts.map((part) => ({
        ...part,
        cells: part.cells.map((cell) =>
          cell.id === "1a-number" && cell.kind === "number"
            ? { kind: cell.kind, id: cell.id, label: cell.label }
            : cell,
        ),
      })),
    }),
    ["1 (a): cell 1a-number (expected)"],
  ],
  [
    "a rubric item's points and the order",
    withPart({ rubric }),
    withPart({ rubric: [{ id: "b", label: "No units", points: -2 }, ...rubric.slice(0, 1)] }),
    ["1 (f): rubric item “No units”, order of the rubric"],
  ],
])("%s", (_, a, b, differences) => {
  expect(listDifferences(a, b)).toEqual(differences);
});

test("a line holds a dozen differences and the number of the rest", () => {
  const many = Array.from({ length: 14 }, (_, i) => `d${i}`);
  expect(summarize(many)).toBe(`${many.slice(0, 12).join("; ")}; and 2 more`);
  expect(summarize(many.slice(0, 2))).toBe("d0; d1");
});
