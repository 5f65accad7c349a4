import { expect, test } from "vitest";
import { insertAt, moveTo, removeAt, setAt } from "../../../../shared/assignment/edit/change.ts";
import type { DraftAssignment } from "../../../../shared/assignment/edit/draft.ts";
import { mergeDrafts } from "../../../../shared/assignment/edit/merge.ts";
import { copyPart, proposeProblem } from "../../../../shared/assignment/edit/propose.ts";
import { draftOf } from "./drafts.ts";

const base = draftOf();
const promptF = ["problems", 0, "parts", 5, "prompt"];
const pointsF = ["problems", 0, "parts", 5, "points"];
const merge = (mine: DraftAssignment, theirs: DraftAssignment, preferred: "mine" | "theirs" = "mine") =>
  mergeDrafts({ base, mine, theirs }, preferred);
const [first] = base.problems;
const partB = first?.parts[1];
if (first === undefined || partB === undefined) throw new Error("Problem 1 has a Part (b)");

test("what only one side changed is that side's", () => {
  const changed = setAt(moveTo(base, ["problems"], 0, 2), ["title"], "Ours");
  expect(merge(changed, base)).toEqual({ merged: changed, clashes: [] });
  expect(merge(base, changed)).toEqual({ merged: changed, clashes: [] });
  expect(merge(changed, changed)).toEqual({ merged: changed, clashes: [] });
});

test("changes of different parts, and of different fields of one part, are both kept", () => {
  const { merged, clashes } = merge(
    setAt(setAt(base, promptF, "Train it."), ["problems", 1, "title"], "Kernels"),
    setAt(base, pointsF, 9),
  );
  expect(clashes).toEqual([]);
  expect(merged).toEqual(
    setAt(setAt(setAt(base, promptF, "Train it."), ["problems", 1, "title"], "Kernels"), pointsF, 9),
  );
});

test("a part that one moved, one copied and one removed, and a problem that one added, meet", () => {
  const mine = insertAt(base, ["problems", 0, "parts"], 2, copyPart(base, first, partB));
  const theirs = insertAt(
    removeAt(moveTo(base, ["problems", 0, "parts"], 3, 0), ["problems", 2, "parts"], 0),
    ["problems"],
    3,
    proposeProblem(base),
  );
  const { merged, clashes } = merge(mine, theirs);
  expect(clashes).toEqual([]);
  expect(merged.problems.map(({ parts }) => parts.map(({ letter }) => letter).join(""))).toEqual([
    "dabhcefg",
    "abcdef".slice(0, base.problems[1]?.parts.length),
    (base.problems[2]?.parts ?? [])
      .slice(1)
      .map(({ letter }) => letter)
      .join(""),
    "a",
  ]);
});

test("the same field changed in two ways is named, and is the preferred side's", () => {
  const [mine, theirs] = [setAt(base, promptF, "Mine."), setAt(setAt(base, promptF, "Theirs."), pointsF, 1)];
  expect(merge(mine, theirs)).toEqual({
    merged: setAt(mine, pointsF, 1),
    clashes: [{ place: "Problem 1 (f), prompt", mine: "Mine.", theirs: "Theirs." }],
  });
  expect(merge(mine, theirs, "theirs").merged).toEqual(theirs);
});

test("a part that one removed and the other changed is a clash", () => {
  const [mine, theirs] = [removeAt(base, ["problems", 0, "parts"], 5), setAt(base, promptF, "Theirs.")];
  expect(merge(mine, theirs)).toMatchObject({
    merged: mine,
    clashes: [{ place: "Problem 1 (f)", mine: undefined, theirs: { prompt: "Theirs." } }],
  });
  expect(merge(mine, theirs, "theirs").merged).toEqual(theirs);
});

test("two orders of the same parts are a clash, not a third order", () => {
  const [mine, theirs] = [moveTo(base, ["problems"], 0, 2), moveTo(base, ["problems"], 2, 0)];
  expect(merge(mine, theirs)).toEqual({
    merged: mine,
    clashes: [{ place: "order of the problems", mine: ["2", "3", "1"], theirs: ["3", "1", "2"] }],
  });
  expect(merge(mine, theirs, "theirs").merged).toEqual(theirs);
});
