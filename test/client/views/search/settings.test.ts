import { describe, expect, test } from "vitest";
import {
  type Settings,
  settingsOf,
  withPenalties,
  withShape,
} from "../../../../client/views/search/settings.ts";
import { BUILT_IN_PROBLEMS } from "../../../../shared/assignment/problems.ts";
import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import type { Layer } from "../../../../shared/spec/layers.ts";
import { readReference } from "../../../shared/reference.ts";

const { spec } = readReference("mlp-5");
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
