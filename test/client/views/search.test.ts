import { describe, expect, test } from "vitest";
import { type Axis, buildAxes, makeScale, meetAxes, type Trial } from "../../../client/views/search/axes.ts";
import { isInside, moveEnd, rangeOfDrag, stepEnd, WHOLE } from "../../../client/views/search/brush.ts";
import { buildSearchSvg } from "../../../client/views/search/build-search-svg.ts";
import { drawCandidates, largestCorrelation, valuesAround } from "../../../client/views/search/candidates.ts";
import { bestOf, explainedShare, sayFindings } from "../../../client/views/search/findings.ts";
import { nearestLine } from "../../../client/views/search/nearest-line.ts";
import { BEST_FIRST, keepOrder, searchCsv, sortTried } from "../../../client/views/search/rows.ts";
import {
  type Settings,
  settingsOf,
  withPenalties,
  withShape,
} from "../../../client/views/search/settings.ts";
import { sayCheck } from "../../../client/views/search/words.ts";
import { BUILT_IN_PROBLEMS } from "../../../shared/assignment/problems.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { Layer } from "../../../shared/spec/layers.ts";
import { readReference } from "../../shared/reference.ts";

const { spec } = readReference("mlp-5");
const PLAIN: Settings = { dropout: 0, l1: 0, l2: 0, width: 40 };
const withLayers = (layers: Layer[], latentAfter: number): ExperimentSpec => ({
  ...spec,
  model: { layers, latentAfter },
});
const change = (one: ExperimentSpec, settings: Partial<Settings>) => {
  const asked = { ...settingsOf(one), ...settings };
  const shaped = withShape(one, asked);
  if (!shaped.ok) throw new Error(shaped.error.message);
  return withPenalties(shaped.value, asked);
};
const trial = (settings: Partial<Settings>, auroc: number): Trial => ({
  settings: { ...PLAIN, ...settings },
  auroc,
});
const axesOf = (trials: readonly Trial[]) =>
  buildAxes(
    trials.map(({ settings }) => settings),
    { widthTitle: "hidden size", lowest: Math.min(...trials.map(({ auroc }) => auroc)) },
  );

describe("settings", () => {
  test("are read of a spec and put into it: L1 in the loss, L2 in the optimizer, the width of the latent", () => {
    const set = { dropout: 0.2, l1: 0.01, l2: 0.5, width: 7 };
    const changed = change(spec, set);
    expect(settingsOf(changed)).toEqual(set);
    expect(changed.loss.latentL1).toBe(0.01);
    expect(changed.optimizer.weightDecay).toBe(0.5);
  });

  test("of the run itself leave its spec as it is", () => {
    for (const { sweep } of BUILT_IN_PROBLEMS) expect(change(sweep.spec, {})).toEqual(sweep.spec);
  });

  test("are refused where the contract refuses the width", () => {
    expect(withShape(spec, { width: 5_000, dropout: 0 }).ok).toBe(false);
  });

  test("put one dropout layer behind the latent where there is none", () => {
    expect(change(spec, { dropout: 0.3 }).model.layers.map(({ kind }) => kind)).toEqual([
      ...["linear", "dropout", "linear"],
    ]);
  });

  test("set every dropout layer where there are some", () => {
    const layers: Layer[] = [
      { kind: "dropout", p: 0.1 },
      { kind: "linear", in: 64, out: 8 },
      { kind: "dropout", p: 0.1 },
      { kind: "linear", in: 8, out: 64 },
    ];
    expect(change(withLayers(layers, 1), { dropout: 0 }).model).toEqual({
      layers: layers.map((layer) => (layer.kind === "dropout" ? { kind: "dropout", p: 0 } : layer)),
      latentAfter: 1,
    });
  });
});

describe("the candidates", () => {
  const drawn = drawCandidates(spec, { count: 24, seed: 0 });

  test("are as many as asked for, none twice, the run itself the first", () => {
    expect(drawn).toHaveLength(24);
    expect(new Set(drawn.map((one) => JSON.stringify(one.settings)))).toHaveProperty("size", 24);
    expect(drawn[0]).toEqual({ settings: settingsOf(spec), spec });
    for (const { settings, spec: one } of drawn) expect(settingsOf(one)).toEqual(settings);
  });

  test("are the same for the same seed, and others for another", () => {
    expect(drawCandidates(spec, { count: 24, seed: 0 })).toEqual(drawn);
    expect(drawCandidates(spec, { count: 24, seed: 1 })).not.toEqual(drawn);
  });

  test("try every value about as often, and no two settings together", () => {
    const values = valuesAround(settingsOf(spec));
    const column = (name: keyof Settings) => drawn.slice(1).map(({ settings }) => settings[name]);
    for (const name of ["dropout", "l1", "l2", "width"] as const) {
      const counts = values[name].map((value) => column(name).filter((one) => one === value).length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
    }
    const [dropout, l1, l2, width] = [column("dropout"), column("l1"), column("l2"), column("width")];
    expect(largestCorrelation({ dropout, l1, l2, width }, values)).toBeLessThan(0.25);
  });

  test("keep to what can be trained: a width that the contract refuses is not drawn", () => {
    const layers: Layer[] = [
      { kind: "conv2d", in: 1, out: 800, kernel: 3, padding: 1 },
      { kind: "conv2d", in: 800, out: 1, kernel: 3, padding: 1 },
    ];
    const widths = drawCandidates(withLayers(layers, 0), { count: 24, seed: 0 }).map(
      (one) => one.settings.width,
    );
    expect(new Set(widths)).toEqual(new Set([800, 100, 200, 400]));
  });

  test("hold the width where a model has none to change", () => {
    const layers: Layer[] = [{ kind: "linear", in: 64, out: 64 }];
    const some = drawCandidates(withLayers(layers, 0), { count: 12, seed: 0 });
    expect(new Set(some.map(({ settings }) => settings.width))).toEqual(new Set([64]));
    expect(some).toHaveLength(12);
  });

  test("correlate as NumPy says", () => {
    const values = { dropout: [0, 1, 2], l1: [0, 1, 2], l2: [0], width: [0] };
    const columns = { dropout: [0, 1, 2, 1], l1: [2, 0, 1, 1], l2: [0, 0, 0, 0], width: [0, 0, 0, 0] };
    // np.corrcoef([0, 1, 2, 1], [2, 0, 1, 1])[0, 1]
    expect(largestCorrelation(columns, values)).toBeCloseTo(0.5, 12);
  });
});

describe("an axis", () => {
  test("of values many sizes apart is logarithmic, with 0 at its own place at the foot", () => {
    const toShare = makeScale([0, 0.001, 0.01, 0.1]);
    const shares = [0, 0.001, 0.01, 0.1].map(toShare);
    expect(shares[0]).toBe(0);
    expect(shares[1]).toBeGreaterThan(0.1);
    expect(shares[3]).toBeCloseTo(1, 12);
    expect((shares[2] ?? 0) - (shares[1] ?? 0)).toBeCloseTo((shares[3] ?? 0) - (shares[2] ?? 0), 12);
  });

  test("of values of one size is linear from 0, or from the least", () => {
    expect([0, 0.1, 0.5].map(makeScale([0, 0.1, 0.5]))).toEqual([0, 0.2, 1]);
    expect([10, 20, 30].map(makeScale([10, 20, 30]))).toEqual([0, 0.5, 1]);
  });

  test("of one value stands in the middle, and of 0 and another at both ends", () => {
    expect(makeScale([7])(7)).toBe(0.5);
    expect([0, 3].map(makeScale([0, 3]))).toEqual([0, 1]);
  });

  test("of AUROC runs from a coin to 1, and from lower where runs are", () => {
    const auroc = (lowest: number) =>
      axesOf([trial({}, lowest)])
        .at(-1)
        ?.toShare(0.75);
    expect(auroc(0.9)).toBeCloseTo(0.5, 12);
    expect(auroc(0.31)).toBeCloseTo(0.45 / 0.7, 12);
  });

  test("is met by a run where its value is marked", () => {
    const trials = [trial({ l2: 0.5 }, 0.5), trial({ l2: 0, width: 80 }, 1)];
    const axes = axesOf(trials);
    expect(trials.map((one) => meetAxes(one, axes))).toEqual([
      [0.5, 0.5, 1, 0, 0],
      [0.5, 0.5, 0, 1, 1],
    ]);
  });
});

describe("a range", () => {
  const axes = ["l1", "l2"] as const;

  test("leaves in the lines that meet every axis inside of it, its ends included", () => {
    const ranges = { l2: { low: 0.5, high: 1 } };
    expect(
      [
        [0, 0.5],
        [1, 1],
        [0, 0.49],
      ].map((shares) => isInside(shares, axes, ranges)),
    ).toEqual([...[true, true, false]]);
  });

  test("is dragged out in either direction, and a touch takes it away", () => {
    expect(rangeOfDrag(0.8, 0.2)).toEqual({ low: 0.2, high: 0.8 });
    expect(rangeOfDrag(0.8, 1.7)).toEqual({ low: 0.8, high: 1 });
    expect(rangeOfDrag(0.5, 0.505)).toEqual(WHOLE);
  });

  test("has ends that never pass each other", () => {
    expect(moveEnd({ low: 0.2, high: 0.4 }, "low", 0.9)).toEqual({ low: 0.4, high: 0.4 });
    expect(moveEnd({ low: 0.2, high: 0.4 }, "high", -1)).toEqual({ low: 0.2, high: 0.2 });
  });

  test("is moved by keys between the values that are marked, one at a time", () => {
    const [axis] = axesOf([trial({ dropout: 0 }, 1), trial({ dropout: 0.1 }, 1), trial({ dropout: 0.5 }, 1)]);
    const stops = axis?.stops ?? [];
    expect(stops).toEqual([0, 0.1, 0.6, 1]);
    expect(["ArrowUp", "ArrowDown", "Home", "End", "a"].map((key) => stepEnd(0.1, key, stops))).toEqual([
      ...[0.6, 0, 0, 1, null],
    ]);
  });
});

describe("the line under a pointer", () => {
  const lines = [
    [1, 0, 1],
    [0, 0, 0],
  ];
  const frame = { width: 200, height: 100 };

  test("is the one that runs nearest, between the axes around it", () => {
    expect(nearestLine(lines, { x: 50, y: 45 }, frame)).toBe(0);
    expect(nearestLine(lines, { x: 50, y: 97 }, frame)).toBe(1);
    expect(nearestLine(lines, { x: 200, y: 5 }, frame)).toBe(0);
  });

  test("is measured across a line, so that a steep one is not further away for being steep", () => {
    const steep = [
      [1, 0, 0],
      [0.53, 0.53, 0.53],
    ];
    // At x = 50 the first line is 20 px below the point and the second 17 px; across, the first is 14.1 px away.
    expect(nearestLine(steep, { x: 50, y: 30 }, frame)).toBe(0);
  });

  test("is none where none is near, or where there are none", () => {
    expect(nearestLine(lines, { x: 100, y: 5 }, frame)).toBeNull();
    expect(nearestLine([], { x: 100, y: 5 }, frame)).toBeNull();
  });
});

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

test("the figure is saved with a line a run, its axes, and what was found", () => {
  const trials = [trial({}, 0.9), trial({ l2: 0.5 }, 0.5)];
  const svg = buildSearchSvg({ question: "Which?", axes: axesOf(trials), trials, words: ["L2 <matters>."] });
  expect(svg.match(/stroke-linejoin/g)).toHaveLength(2);
  expect(svg).toContain(">hidden size</text>");
  expect(svg).toContain("<desc>L2 &lt;matters&gt;.</desc>");
});
