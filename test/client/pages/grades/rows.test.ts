import { describe, expect, it } from "vitest";
import {
  chooseRows,
  listSections,
  nextSorting,
  type SortKey,
} from "../../../../client/pages/grades/choose-rows.ts";
import { countClass, countParts } from "../../../../client/pages/grades/count-grades.ts";
import { inPieces, listAcceptable } from "../../../../client/pages/grades/proposals.ts";
import { buildRows, hasGap, needsGrading } from "../../../../client/pages/grades/rows.ts";
import { sayClass } from "../../../../client/pages/grades/words.ts";
import { buildZero, listGaps } from "../../../../client/pages/grades/zeros.ts";
import { scoreOf } from "../../../../shared/grading/score.ts";
import { MAX_ACCEPTED_AT_ONCE } from "../../../../shared/limits.ts";
import { makeBook } from "./book.ts";

const rows = buildRows(makeBook());
const calls = (some: readonly { readonly call: string }[]) => some.map(({ call }) => call);
const everyone = { shown: "all", section: null, typed: "" } as const;
const asItCame = { by: "student", down: false } as const;

describe("the rows of a gradebook", () => {
  it("call a student by name, else by pseudonym", () => {
    expect(calls(rows)).toEqual(["Ada Lovelace", "calm-fox-2", "Émile Borel", "Grete Hermann"]);
  });

  it("tell nothing but a handle while names are hidden", () => {
    const hidden = buildRows(makeBook({ hidden: true }, { who: null }));
    expect(calls(hidden)).toEqual([
      "Student aaaaaaaa",
      "Student bbbbbbbb",
      "Student cccccccc",
      "Student dddddddd",
    ]);
    expect(JSON.stringify(hidden)).not.toMatch(/owl|Lovelace|m1/);
  });

  it("tell graded, outdated, proposed and ungraded apart", () => {
    expect(rows.map(({ states }) => states)).toEqual([
      ["graded", "graded"],
      ["outdated", "graded"],
      ["proposed", "proposed"],
      ["ungraded", "ungraded"],
    ]);
  });

  it("need grading where something was handed in and has no grade of now", () => {
    expect(calls(rows.filter(needsGrading))).toEqual(["calm-fox-2", "Émile Borel"]);
  });

  it("have a gap where a part has no grade, handed in or not", () => {
    expect(calls(rows.filter(hasGap))).toEqual(["Émile Borel", "Grete Hermann"]);
  });
});

describe("choosing rows", () => {
  it.each([
    ["late", ["calm-fox-2"]],
    ["nothingHandedIn", ["Grete Hermann"]],
    ["requests", ["calm-fox-2"]],
    ["needsGrading", ["calm-fox-2", "Émile Borel"]],
  ] as const)("shows who is %s", (shown, expected) => {
    expect(calls(chooseRows(rows, { ...everyone, shown }, asItCame))).toEqual(expected);
  });

  it("finds a name without its accents, and a pseudonym", () => {
    expect(calls(chooseRows(rows, { ...everyone, typed: "EMILE" }, asItCame))).toEqual(["Émile Borel"]);
    expect(calls(chooseRows(rows, { ...everyone, typed: "owl" }, asItCame))).toEqual(["Ada Lovelace"]);
  });

  it("keeps to a section of the roster", () => {
    expect(listSections(rows)).toEqual(["A", "B"]);
    expect(calls(chooseRows(rows, { ...everyone, section: "A" }, asItCame))).toEqual([
      "Ada Lovelace",
      "Émile Borel",
    ]);
  });

  it("sorts by a part or the total, with who has none last both ways", () => {
    const sorted = (by: SortKey, down: boolean) =>
      calls(chooseRows(rows.toReversed(), everyone, { by, down }));
    const none = ["Grete Hermann", "Émile Borel"];
    expect(sorted(1, false)).toEqual(["calm-fox-2", "Ada Lovelace", ...none]);
    expect(sorted("total", true)).toEqual(["Ada Lovelace", "calm-fox-2", ...none]);
  });

  it("sorts up, then down, then as it came", () => {
    const up = nextSorting(asItCame, "total");
    const down = nextSorting(up, "total");
    expect([up, down, nextSorting(down, "total")]).toEqual([
      { by: "total", down: false },
      { by: "total", down: true },
      asItCame,
    ]);
  });
});

describe("counting", () => {
  const parts = countParts(makeBook().parts, rows);

  it("counts each part by state, with who waits and the mean of those graded", () => {
    expect(parts[0]).toMatchObject({
      count: { graded: 1, outdated: 1, proposed: 1, ungraded: 1 },
      waiting: 2,
      mean: 1.25,
    });
  });

  it("counts the class", () => {
    expect(countClass(parts, rows)).toEqual({
      students: 4,
      handedIn: 3,
      whole: 2,
      grades: { graded: 3, outdated: 1, proposed: 2, ungraded: 2 },
      requests: 1,
    });
    expect(sayClass(countClass(parts, rows))).toBe(
      "3 of 4 students handed in; 2 have a grade of every part. 4 of 8 grades are given, 2 more are proposed by the lab. 1 grade was given on an earlier submission than the one that counts now. 1 request to look again waits for an answer.",
    );
  });
});

describe("accepting proposals", () => {
  it("offers those without a grade alone, and those in full alone where wished", () => {
    const of = (p: number, which: "all" | "full") =>
      listAcceptable(rows, { p, points: p === 0 ? 2 : 5, which });
    expect(of(0, "full")).toEqual([{ handle: "cccccccccccccccc", submission: 1, score: 2 }]);
    expect(of(1, "full")).toEqual([]);
    expect(of(1, "all")).toEqual([{ handle: "cccccccccccccccc", submission: 1, score: 1 }]);
  });

  it("asks in pieces that the server takes, and leaves nobody out", () => {
    const many = Array.from({ length: MAX_ACCEPTED_AT_ONCE + 1 }, (_, i) => ({
      ...{ handle: String(i), submission: 1, score: 1 },
    }));
    expect(inPieces(many).map(({ length }) => length)).toEqual([MAX_ACCEPTED_AT_ONCE, 1]);
    expect(inPieces(many).flat()).toEqual(many);
  });
});

describe("nothing handed in", () => {
  it("leaves a gap in each part without a grade, of those alone who handed nothing in", () => {
    expect(listGaps(makeBook().parts, rows)).toEqual([
      { handle: "dddddddddddddddd", part: "1a" },
      { handle: "dddddddddddddddd", part: "2b" },
    ]);
  });

  it("is worth 0 points by any rubric, also by one that only takes off", () => {
    const part = { letter: "a", points: 5, prompt: "", cells: [] };
    const takesOff = { ...part, rubric: [{ id: "axes", label: "No axes", points: -1 }] };
    for (const one of [part, takesOff]) expect(scoreOf(one, buildZero(one, 1))).toBe(0);
  });
});
