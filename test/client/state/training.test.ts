import { describe, expect, test } from "vitest";
import { makeForecast } from "../../../client/state/forecast.ts";
import { makeLedger } from "../../../client/state/ledger.ts";
import { readReference } from "../../shared/reference.ts";

const { spec } = readReference("mlp-5");
const wide = readReference("mlp-200").spec;
const started = { type: "started", spec, engine: "moments", device: "processor", why: "linear" } as const;

describe("the ledger of a sweep", () => {
  test("keeps the losses of a run that diverged, and what was said of it", () => {
    const ledger = makeLedger("sweep");
    ledger.take(spec, started);
    ledger.take(spec, { type: "epoch", epoch: 0, trainLoss: 1.2 });
    const run = ledger.take(spec, { type: "failed", reason: "diverged", message: "Diverged at epoch 2" });
    expect(run).toMatchObject({
      trainLoss: [1.2],
      choice: { engine: "moments" },
      outcome: { status: "failed", reason: "diverged", message: "Diverged at epoch 2" },
    });
  });

  test("does not credit an engine with a run that nothing could train", () => {
    const ledger = makeLedger("sweep");
    ledger.take(spec, started);
    ledger.take(spec, { type: "failed", reason: "diverged", message: "" });
    const run = ledger.take(spec, { type: "failed", reason: "unsupported", message: "no engine" });
    expect(run).toMatchObject({ choice: null, trainLoss: [] });
  });

  test("takes a resumed run's losses as they were at its checkpoint, and what trains it now", () => {
    const ledger = makeLedger("sweep");
    ledger.take(spec, started);
    for (const [epoch, trainLoss] of [4, 3, 2].entries())
      ledger.take(spec, { type: "epoch", epoch, trainLoss });
    const at = { epoch: 1, engine: "simd", device: "processor", after: "lostDevice" } as const;
    const choice = { engine: "simd", device: "processor", why: "the GPU was lost" } as const;
    ledger.take(spec, { type: "resumed", spec, history: { trainLoss: [4], resumed: [at] }, ...choice });
    ledger.take(spec, { type: "epoch", epoch: 1, trainLoss: 2.5 });
    expect(ledger.curves()).toEqual([{ spec, trainLoss: [4, 2.5] }]);
    expect(ledger.choice()).toEqual(choice);
  });

  test("keeps the losses of runs that go side by side apart", () => {
    const ledger = makeLedger("sweep");
    for (const one of [spec, wide]) ledger.take(one, { ...started, spec: one });
    for (const epoch of [0, 1])
      for (const [run, one] of [spec, wide].entries())
        ledger.take(one, { type: "epoch", epoch, trainLoss: 10 * run + epoch });
    expect(ledger.curves()).toEqual([
      { spec, trainLoss: [0, 1] },
      { spec: wide, trainLoss: [10, 11] },
    ]);
    const run = ledger.take(spec, { type: "failed", reason: "diverged", message: "" });
    expect(run).toMatchObject({ spec, trainLoss: [0, 1], choice: { engine: "moments" } });
    ledger.take(wide, { type: "epoch", epoch: 2, trainLoss: 12 });
    expect(ledger.curves().at(-1)).toEqual({ spec: wide, trainLoss: [10, 11, 12] });
  });

  test("shows the curves of one seed at a time", () => {
    const ledger = makeLedger("sweep");
    const seeds = [spec, wide, { ...spec, seed: 1 }];
    for (const [i, one] of seeds.entries()) {
      ledger.take(one, { ...started, spec: one });
      ledger.take(one, { type: "epoch", epoch: 0, trainLoss: i });
      ledger.take(one, { type: "failed", reason: "diverged", message: "" });
    }
    expect(ledger.curves().map(({ trainLoss }) => trainLoss)).toEqual([[2]]);
  });
});

describe("the forecast of a sweep", () => {
  test("is done when its last epoch is", () => {
    expect(makeForecast([spec, wide]).shareDone([spec.epochs, wide.epochs])).toBe(1);
    expect(makeForecast([spec, wide]).shareDone([0, 0])).toBe(0);
  });

  test("knows that a wide model takes longer than a narrow one", () => {
    expect(makeForecast([spec, wide]).shareDone([spec.epochs, 0])).toBeLessThan(0.2);
  });

  test("guesses nothing at the very start, and goes by the pace after it", () => {
    const { remainingMs } = makeForecast([spec]);
    expect(remainingMs(0.01, 10)).toBeNull();
    expect(remainingMs(0.25, 100)).toBeCloseTo(300);
  });
});
