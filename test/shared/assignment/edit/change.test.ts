import * as fc from "fast-check";
import { expect, test } from "vitest";
import { CELL_KINDS } from "../../../../client/parts/cell-words.ts";
import {
  insertAt,
  moveTo,
  type Path,
  removeAt,
  setAt,
  valueAt,
} from "../../../../shared/assignment/edit/change.ts";
import type { DraftAssignment } from "../../../../shared/assignment/edit/draft.ts";
import {
  beginHistory,
  HEAD,
  type History,
  record,
  redo,
  undo,
} from "../../../../shared/assignment/edit/history.ts";
import {
  copyCell,
  copyPart,
  copyProblem,
  prefixOf,
  proposeCell,
  proposePart,
  proposeProblem,
  proposeRubricItem,
} from "../../../../shared/assignment/edit/propose.ts";
import { BUILT_IN_HOMEWORK } from "../../../../shared/assignment/homework/index.ts";
import { reviewAssignment } from "../../../../shared/assignment/parse-assignment.ts";
import { draftOf } from "./drafts.ts";

/** Every field of a draft that holds no list and no object, by its path. */
function listLeaves(node: unknown, path: Path = []): readonly Path[] {
  if (typeof node !== "object" || node === null) return [path];
  return Object.entries(node).flatMap(([key, value]) =>
    listLeaves(value, [...path, Array.isArray(node) ? Number(key) : key]),
  );
}

/** The lists whose items one moves and removes. */
function listLists({ problems }: DraftAssignment): readonly Path[] {
  const parts = problems.flatMap(({ parts }, p) => parts.map((_, j) => ["problems", p, "parts", j]));
  return [
    ["problems"],
    ...problems.flatMap((_, p) => [
      ["problems", p, "parts"],
      ["problems", p, "shown"],
    ]),
    ...parts.flatMap((part) => [[...part, "cells"], ...["rubric"].map((name) => [...part, name])]),
  ];
}

type Edit = { readonly draft: DraftAssignment; readonly at: Path };

/** One edit as the page makes them, by three numbers between 0 and 1. */
function editBy(draft: DraftAssignment, [what, where, with_]: readonly [number, number, number]): Edit {
  const pick = <T>(list: readonly T[], by: number): T => {
    const found = list[Math.min(list.length - 1, Math.floor(by * list.length))];
    if (found === undefined) throw new Error("nothing to pick from");
    return found;
  };
  const kind = pick(["set", "remove", "move", "cell", "part", "problem", "copy", "rubric"], what);
  const p = Math.floor(where * draft.problems.length);
  const problem = draft.problems[p];
  const j = Math.floor(with_ * (problem?.parts.length ?? 0));
  const part = problem?.parts[j];
  switch (kind) {
    case "set": {
      const at = pick(listLeaves(draft), where);
      // What another kind of cell, or no cell, would be is not typed into a field.
      const name = at.at(-1);
      if (name === "kind" && at.at(-3) === "cells") return { draft, at };
      const text = ["", "x", "12", "0"];
      const value =
        typeof valueAt(draft, at) === "string" ? pick(text, with_) : pick([0, -1, "abc", 1.5, ""], with_);
      return { draft: setAt(draft, at, value), at };
    }
    case "remove": {
      const at = pick(listLists(draft), where);
      const list = valueAt(draft, at);
      const index = Math.floor(with_ * (Array.isArray(list) ? list.length : 0));
      return { draft: Array.isArray(list) && list.length > 0 ? removeAt(draft, at, index) : draft, at };
    }
    case "move": {
      const at = pick(listLists(draft), where);
      const list = valueAt(draft, at);
      const length = Array.isArray(list) ? list.length : 0;
      return { draft: length === 0 ? draft : moveTo(draft, at, 0, Math.floor(with_ * length)), at };
    }
    case "problem": {
      if (problem !== undefined && with_ < 0.5) {
        return { draft: insertAt(draft, ["problems"], p + 1, copyProblem(draft, problem)), at: ["problems"] };
      }
      const { length } = draft.problems;
      return { draft: insertAt(draft, ["problems"], length, proposeProblem(draft)), at: ["problems"] };
    }
    default: {
      if (problem === undefined) return { draft, at: [] };
      const parts = ["problems", p, "parts"];
      const fresh =
        part === undefined || kind === "part" ? proposePart(draft, problem) : copyPart(draft, problem, part);
      if (part === undefined || kind === "part" || (kind === "copy" && with_ < 0.5)) {
        return { draft: fresh === null ? draft : insertAt(draft, parts, j + 1, fresh), at: parts };
      }
      if (kind === "rubric") {
        const rubric = [...parts, j, "rubric"];
        const items = part.rubric ?? [];
        return { draft: insertAt(draft, rubric, items.length, proposeRubricItem(items)), at: rubric };
      }
      const cells = [...parts, j, "cells"];
      const [first] = part.cells;
      const prefix = prefixOf(problem, part);
      const cell =
        kind === "copy" && first !== undefined
          ? copyCell(draft, first, prefix)
          : proposeCell(draft, pick(CELL_KINDS, where), prefix);
      return { draft: insertAt(draft, cells, part.cells.length, cell), at: cells };
    }
  }
}

const number = fc.double({ min: 0, max: 0.999_999, noNaN: true });
const edits = fc.array(fc.tuple(number, number, number), { minLength: 1, maxLength: 12 });

test("whatever is edited, each step is a homework or names a complaint at a field that the draft has, and undoing it all gives the same JSON", () => {
  const valid: boolean[] = [];
  fc.assert(
    fc.property(edits, (list) => {
      const start = draftOf();
      let history: History = beginHistory(start);
      for (const by of list) {
        const { draft } = editBy(history.now.draft, by);
        history = record(history, { draft, place: HEAD }, { typing: null, at: 0 });
        const reviewed = reviewAssignment(draft);
        valid.push(reviewed.ok);
        if (reviewed.ok) expect(reviewed.value).toEqual(draft);
        else {
          expect(reviewed.error.length).toBeGreaterThan(0);
          for (const { at, message } of reviewed.error) {
            expect(message).not.toBe("");
            // The field is there, or it is one that is missing from an object that is there.
            expect(valueAt(draft, at.slice(0, -1)), at.join(".")).toBeDefined();
          }
        }
      }
      const end = JSON.stringify(history.now.draft);
      for (const _ of list) history = undo(history);
      expect(JSON.stringify(history.now.draft)).toBe(JSON.stringify(start));
      for (const _ of list) history = redo(history);
      expect(JSON.stringify(history.now.draft)).toBe(end);
    }),
    { seed: 4803, numRuns: 150 },
  );
  // Both kinds were met, or the property says little.
  expect(new Set(valid)).toEqual(new Set([true, false]));
});

test("what the page proposes and copies alone stays a homework, with ids that no cell had", () => {
  let draft = draftOf();
  const [first] = draft.problems;
  const [, , , , , partF] = first?.parts ?? [];
  if (first === undefined || partF === undefined) throw new Error("Problem 1 has a Part (f)");
  draft = insertAt(draft, ["problems", 0, "parts"], 6, copyPart(draft, first, partF));
  draft = insertAt(draft, ["problems"], 1, copyProblem(draft, first));
  draft = insertAt(draft, ["problems"], 4, proposeProblem(draft));
  for (const kind of CELL_KINDS) {
    draft = insertAt(draft, ["problems", 4, "parts", 0, "cells"], 0, proposeCell(draft, kind, "5a"));
  }
  const reviewed = reviewAssignment(draft);
  expect(reviewed).toMatchObject({ ok: true });
  expect(valueAt(draft, ["problems", 0, "parts", 6])).toMatchObject({
    letter: "h",
    cells: [{ id: "1h-run", model: "1c-code" }, { id: "1h-plot", runs: ["1h-run"] }, { id: "1h-text" }],
  });
  // A copied problem speaks of its own cells.
  expect(valueAt(draft, ["problems", 1, "parts", 4, "cells", 0])).toMatchObject({
    id: "4e-run",
    model: "4c-code",
  });
});

test("a field that nobody here knows stays where it is, whatever is edited around it", () => {
  const file = { ...structuredClone(BUILT_IN_HOMEWORK), boards: [1] };
  Object.assign(file.problems[0]?.parts[0]?.cells[0] ?? {}, { hint: { after: 3 } });
  let draft = draftOf(file);
  draft = setAt(draft, ["problems", 0, "parts", 0, "cells", 0, "label"], "Other words");
  draft = moveTo(draft, ["problems", 0, "parts"], 0, 1);
  expect(valueAt(draft, ["boards"])).toEqual([1]);
  expect(valueAt(draft, ["problems", 0, "parts", 1, "cells", 0])).toMatchObject({
    label: "Other words",
    hint: { after: 3 },
  });
});

test("what is typed into one field without a pause is undone at once, and anything else in steps", () => {
  const start = draftOf();
  let history = beginHistory(start);
  const type = (title: string, at: number, typing: string | null = "title") => {
    const draft = setAt(history.now.draft, ["title"], title);
    history = record(history, { draft, place: HEAD }, { typing, at });
  };
  type("O", 1_000);
  type("Ou", 1_400);
  type("Our", 1_900);
  type("Ours", 5_000);
  history = undo(history);
  expect(history.now.draft.title).toBe("Our");
  history = undo(history);
  expect(history.now.draft).toEqual(start);
  expect(undo(history).now.draft).toEqual(start);
  expect(redo(redo(history)).now.draft.title).toBe("Ours");
});
