import { describe, expect, test } from "vitest";
import type { Axis, Trial } from "../../../../client/views/search/axes.ts";
import { bestOf, explainedShare, sayFindings } from "../../../../client/views/search/findings.ts";
import { BEST_FIRST, keepOrder, searchCsv, sortTried } from "../../../../client/views/search/rows.ts";
import { sayCheck } from "../../../../client/views/search/words.ts";
import { readReference } from "../../../shared/reference.ts";
import { axesOf, PLAIN, trial } from "./trials.ts";

const { spec } = readReference("mlp-5");

describe("what a search found", () => {
  const trials = [
    trial({}, 0.95),
    trial({ l1: 0.1 }, 0.97),
    trial({ l2: 0.1 }, 0.55),
    trial({ l2: 0.5 }, 0.5),
    trial({ l2: 0.5, l1: 0.1 }, 0.49),
  ];
  const say = (some: readonly Trial[], axes: readonly Axis[] = axesOf(some)) =>
    sayFindings(some, axes, PLAIN);

  test("names the best run beside the run itself, where nothing is separated, and what matters most", () => {
    const [best, nothing, most, ...more] = say(trials);
    expect(best).toBe(
      "Best: dropout 0, L1 0.1, L2 0, hidden size 40, with AUROC 0.970, which is 0.020 above this run's 0.950.",
    );
    expect(nothing).toBe(
      "L2 of 0.1 or more separates nothing here: each of these 3 runs has an AUROC below 0.6.",
    );
    expect(most).toMatch(/^L2 matters most: .+ from a mean of 0\.495 at 0\.5 to 0\.960 at 0\.$/);
    expect(more).toEqual([]);
  });

  test("claims nothing of one run alone, nor before three are over", () => {
    expect(say(trials.slice(0, 2))).toEqual([]);
    const lonely = [...trials.slice(0, 2), trial({ l2: 0.5 }, 0.5)];
    expect(say(lonely).join(" ")).not.toContain("separates nothing");
  });

  test("says it of small values, too, and that nothing beat the run itself", () => {
    const narrow = [trial({}, 0.9), trial({ width: 5 }, 0.5), trial({ width: 10 }, 0.55)];
    expect(say(narrow)).toContain(
      "Hidden size of 10 or less separates nothing here: each of these 2 runs has an AUROC below 0.6.",
    );
    expect(say(narrow)[0]).toBe(
      "Nothing that was tried is better than this run itself, whose AUROC is 0.900.",
    );
  });

  test("measures what matters by the adjusted R² of the means", () => {
    const some = [0, 0, 0.1, 0.1, 0.5, 0.5].map((l2, i) =>
      trial({ l2 }, [0.9, 0.95, 0.8, 0.85, 0.5, 0.45][i] ?? 0),
    );
    // r2 = LinearRegression().fit(onehot, y).score(onehot, y); 1 - (1 - r2) * (6 - 1) / (6 - 3)
    expect(explainedShare(some, "l2")).toBeCloseTo(0.9724770642201835, 10);
    expect(explainedShare(some, "l1")).toBeCloseTo(0, 10);
    expect(explainedShare(some.slice(0, 1), "l2")).toBe(0);
  });

  test("has as its best the first of equals, and none of none", () => {
    expect(bestOf(trials)).toBe(trials[1]);
    expect(bestOf([])).toBeNull();
  });

  test("is checked with other seeds, the winner beside the run itself", () => {
    const checked = [
      { candidate: { settings: PLAIN, spec }, aurocs: [0.9, 0.92] },
      { candidate: { settings: PLAIN, spec }, aurocs: [] },
    ];
    expect(sayCheck(checked, axesOf(trials))).toEqual([
      "The winner (dropout 0, L1 0, L2 0, hidden size 40): AUROC 0.9100 ± 0.0141 over 2 other seeds (0.9000 to 0.9200).",
    ]);
  });
});

describe("the rows", () => {
  const row = (l1: number, auroc: number | null) => ({
    ...{ settings: { ...PLAIN, l1 }, spec: { ...spec, seed: l1 } },
    ...{ auroc, why: auroc === null ? "It diverged." : null },
  });
  const [a, b, c] = [row(1, 0.5), row(2, null), row(3, 0.9)];

  test("are sorted by a column, those without a value last either way", () => {
    expect(sortTried([a, b, c], BEST_FIRST)).toEqual([c, a, b]);
    expect(sortTried([b, c, a], { by: "auroc", down: false })).toEqual([a, c, b]);
    expect(sortTried([a, b, c], { by: "l1", down: true })).toEqual([c, b, a]);
  });

  test("stay where they are while new ones come in behind them", () => {
    expect(keepOrder([c, a], [a, b, c])).toEqual([c, a, b]);
    expect(keepOrder([c, a], [b])).toEqual([b]);
  });

  test("are saved in the order in which they were drawn, with why one has no number", () => {
    const axes = axesOf([trial({}, 0.9)]);
    expect(searchCsv([a, b], axes)).toBe(
      "dropout,L1,L2,hidden size,AUROC,why it has none\r\n0,1,0,40,0.5,\r\n0,2,0,40,,It diverged.\r\n",
    );
  });
});
