import { expect, test } from "vitest";
import { type Assignment, listCells } from "../../../shared/assignment/assignment.ts";
import { BUILT_IN_HOMEWORK } from "../../../shared/assignment/homework/index.ts";
import { parseAssignment } from "../../../shared/assignment/parse-assignment.ts";
import { MAX_ASSIGNMENT_JSON_BYTES } from "../../../shared/limits.ts";

const copy = (): Assignment => structuredClone(BUILT_IN_HOMEWORK);

test("the built-in homework is an assignment as an instructor may write one, also after a trip through JSON", () => {
  const text = JSON.stringify(BUILT_IN_HOMEWORK);
  expect(parseAssignment(JSON.parse(text))).toEqual({ ok: true, value: BUILT_IN_HOMEWORK });
  expect(text.length).toBeLessThan(MAX_ASSIGNMENT_JSON_BYTES);
});

test("its problems are worth 35, 35 and 30 points", () => {
  const points = BUILT_IN_HOMEWORK.problems.map(({ parts }) =>
    parts.reduce((sum, part) => sum + part.points, 0),
  );
  expect(points).toEqual([35, 35, 30]);
});

test("an id that two cells share is refused by name", () => {
  const changed = copy();
  const cell = changed.problems[1]?.parts[0]?.cells[0];
  if (cell !== undefined) cell.id = "1c-code";
  expect(parseAssignment(changed)).toMatchObject({
    ok: false,
    error: {
      path: "problem 2 (a), cell 1c-code",
      message: expect.stringContaining("another cell has this id"),
    },
  });
});

test("a run of a class that is not there, and a plot of runs that are not there, are refused", () => {
  const model = copy();
  for (const { cell } of listCells(model))
    if (cell.kind === "run" && cell.id === "2c-run") cell.model = "2b-code";
  expect(parseAssignment(model)).toMatchObject({
    ok: false,
    error: { message: "model names 2b-code, which is no code cell that reads a model" },
  });
  const plot = copy();
  for (const { cell } of listCells(plot))
    if (cell.kind === "plot" && cell.id === "2d-plot") cell.runs = ["9z-run"];
  expect(parseAssignment(plot)).toMatchObject({
    ok: false,
    error: { message: "runs names 9z-run, which is no run cell" },
  });
});

test("the cell called cover is the lab's own", () => {
  const changed = copy();
  const cell = changed.problems[0]?.parts[0]?.cells[0];
  if (cell !== undefined) cell.id = "cover";
  expect(parseAssignment(changed)).toMatchObject({ ok: false });
});
