import { expect, test } from "vitest";
import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import { readReference } from "../../../shared/reference.ts";
import { openEngine, trainTogether } from "../open-engine.ts";
import { TINY_MODELS, tinySpec } from "../tiny-models.ts";
import { countGpuCalls } from "./count-gpu-calls.ts";

/** As on a GPU that is fast: every block of epochs is twice the last, 1, 2, 4, 8, 16 and the 19 that are left of 50. */
const { engine } = await openEngine("tfjs webgpu", { now: () => 0 });

function count(specs: readonly ExperimentSpec[]) {
  return countGpuCalls(async () => {
    const told = await trainTogether(
      engine,
      specs.map((spec) => ({ spec })),
    );
    expect(told.filter(({ event }) => event.type === "finished")).toHaveLength(specs.length);
  });
}

test("50 epochs of a linear model: 12 dispatches and one submit a step, and six waits in all @whole", async () => {
  const { dispatches, submits, readBacks } = await count([readReference("mlp-20").spec]);
  // Beside the steps, what brings a block's losses and the last weights together.
  expect(dispatches).toBeLessThanOrEqual(50 * 12 + 14);
  expect(submits).toBeLessThanOrEqual(50 + 6);
  expect(readBacks).toBeLessThanOrEqual(6);
  expect(dispatches).toBeGreaterThan(0);
});

test("a group of five runs asks no more of the GPU than one of them", async () => {
  const linear = TINY_MODELS["linear layers"] ?? [];
  const specs = Array.from({ length: 5 }, (_, seed) => tinySpec(linear, { seed, epochs: 3 }));
  expect(await count(specs)).toEqual(await count(specs.slice(0, 1)));
});

test("small batches: no wait inside an epoch", async () => {
  const spec = tinySpec(TINY_MODELS["linear layers"] ?? [], { batchSize: 6, epochs: 3 });
  const { submits, readBacks } = await count([spec]);
  expect(readBacks).toBe(2);
  expect(submits).toBe(3 * 6 + 2);
});
