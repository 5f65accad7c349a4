import { describe, expect, test } from "vitest";
import {
  drawCandidates,
  largestCorrelation,
  valuesAround,
} from "../../../../client/views/search/candidates.ts";
import { type Settings, settingsOf } from "../../../../client/views/search/settings.ts";
import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import type { Layer } from "../../../../shared/spec/layers.ts";
import { readReference } from "../../../shared/reference.ts";

const { spec } = readReference("mlp-5");
const withLayers = (layers: Layer[], latentAfter: number): ExperimentSpec => ({
  ...spec,
  model: { layers, latentAfter },
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
