import { describe, expect, test } from "vitest";
import { type ExperimentSpec, parseSpec } from "../../../shared/spec/experiment.ts";
import { narrowestSize } from "../../../shared/spec/latent-width.ts";
import {
  expandSweep,
  latentWidth,
  parseSweep,
  sweepKey,
  withLatentWidth,
} from "../../../shared/spec/sweep.ts";
import { readReference } from "../reference.ts";

const { spec } = readReference("mlp-5");

function specs(sweep: Parameters<typeof expandSweep>[0]): readonly ExperimentSpec[] {
  const expanded = expandSweep(sweep);
  if (!expanded.ok) throw new Error(expanded.error.message);
  return expanded.value;
}

describe("a sweep", () => {
  test("trains every width of a seed before the next seed", () => {
    const order = specs({ spec, widths: [5, 20], seeds: [0, 1] }).map((one) => [one.seed, latentWidth(one)]);
    expect(order).toEqual([
      [0, 5],
      [0, 20],
      [1, 5],
      [1, 20],
    ]);
  });

  test("gives the specs that the references hold", () => {
    expect(specs({ spec, widths: [20, 200], seeds: [] })).toEqual([
      readReference("mlp-20").spec,
      readReference("mlp-200").spec,
    ]);
  });

  test("without widths or seeds is its own spec", () => {
    expect(specs({ spec, widths: [], seeds: [] })).toEqual([spec]);
  });

  test("of more runs than the lab takes is refused", () => {
    const seeds = Array.from({ length: 400 }, (_, seed) => seed);
    expect(expandSweep({ spec, widths: [5, 20], seeds })).toMatchObject({
      ok: false,
      error: { message: "2 widths x 400 seeds are 800 runs; a sweep takes up to 600" },
    });
  });

  test("from foreign data is refused by field", () => {
    expect(parseSweep({ spec, widths: [0], seeds: [] })).toMatchObject({
      ok: false,
      error: { path: "widths[0]" },
    });
    expect(parseSweep({ spec: { ...spec, epochs: 0 }, widths: [], seeds: [] })).toMatchObject({
      ok: false,
      error: { path: "spec.epochs" },
    });
  });
});

describe("the latent width", () => {
  test("of a convolution is its kernels, and changes on both sides", () => {
    const changed = withLatentWidth(readReference("cae-1").spec, 20);
    expect(changed).toEqual({ ok: true, value: readReference("cae-20").spec });
  });

  test("behind an activation is that of the layer before it", () => {
    const relu = readReference("mlp-relu").spec;
    expect(latentWidth(relu)).toBe(8);
    const wider = withLatentWidth(relu, 12);
    expect(wider.ok && latentWidth(wider.value)).toBe(12);
    expect(wider.ok && parseSpec(wider.value).ok).toBe(true);
  });

  test("cannot change where the latent is the reconstruction", () => {
    const single = {
      ...spec,
      model: { layers: [{ kind: "linear" as const, in: 64, out: 64 }], latentAfter: 0 },
    };
    expect(withLatentWidth(single, 5)).toMatchObject({ ok: false, error: { path: "model.latentAfter" } });
  });
});

test("the narrowest place of a model need not be its latent", () => {
  const sizes = ["mlp-20", "linear-4", "cae-1", "cae-pool", "cae-80-raw"].map((name) =>
    narrowestSize(readReference(name).spec.model),
  );
  expect(sizes).toEqual([20, 3, 64, 48, 64]);
});

test("specs that differ in width and seed alone are of one sweep", () => {
  const key = sweepKey(spec);
  expect(sweepKey({ ...readReference("mlp-20").spec, seed: 7 })).toBe(key);
  expect(sweepKey({ ...spec, epochs: 51 })).not.toBe(key);
});
