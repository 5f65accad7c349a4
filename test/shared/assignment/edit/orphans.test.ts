import { expect, test } from "vitest";
import { moveTo, removeAt, setAt } from "../../../../shared/assignment/edit/change.ts";
import { listOrphans } from "../../../../shared/assignment/edit/orphans.ts";
import { BUILT_IN_HOMEWORK } from "../../../../shared/assignment/homework/index.ts";
import { draftOf } from "./drafts.ts";

const answered = new Map([
  ["1a-number", 3],
  ["1f-text", 2],
]);

test("answers are orphans where their cell is gone or takes another kind, and nowhere else", () => {
  const draft = draftOf();
  expect(listOrphans(BUILT_IN_HOMEWORK, moveTo(draft, ["problems", 0, "parts"], 0, 3), answered)).toEqual([]);
  const without = removeAt(draft, ["problems", 0, "parts"], 5);
  const text = { kind: "text", id: "1a-number", label: "", minWords: 1 };
  expect(
    listOrphans(BUILT_IN_HOMEWORK, setAt(without, ["problems", 0, "parts", 0, "cells", 0], text), answered),
  ).toEqual([
    { cell: "1a-number", place: "Problem 1 (a)", why: "otherKind", students: 3 },
    { cell: "1f-text", place: "Problem 1 (f)", why: "removed", students: 2 },
  ]);
});
