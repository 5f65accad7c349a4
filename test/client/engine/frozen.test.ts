import { afterEach, expect, test, vi } from "vitest";
import { openKernels } from "../../../client/command/kernels-in-node.ts";
import type { TrainingEvent } from "../../../client/engine/events.ts";
import { simdPlan } from "../../../client/engine/plan.ts";
import { makeSimdEngine } from "../../../client/engine/simd.ts";
import { digits } from "../../shared/digits.ts";
import { readReference } from "../../shared/reference.ts";

const HOUR_MS = 3_600_000;
const { spec } = readReference("mlp-relu");

afterEach(() => {
  vi.restoreAllMocks();
});

test("the time in which a tab was frozen, in the middle of a step, is not counted as training", async () => {
  const real = performance.now.bind(performance);
  let frozenMs = 0;
  vi.spyOn(performance, "now").mockImplementation(() => real() + frozenMs);
  const kernels = openKernels();
  let updates = 0;
  const thawed = {
    ...kernels,
    adam(...args: Parameters<typeof kernels.adam>) {
      kernels.adam(...args);
      if (++updates === 25) frozenMs = HOUR_MS;
    },
  };
  const { choice } = simdPlan("A test.");
  const engine = makeSimdEngine({ choice, digits, openKernels: async () => thawed });
  const { signal } = new AbortController();
  let last: TrainingEvent | undefined;
  for await (const event of engine.train(spec, { signal, snapshots: false })) last = event;
  expect(frozenMs).toBe(HOUR_MS);
  if (last?.type !== "finished") throw new Error("not finished");
  expect(last.durationMs).toBeGreaterThan(0);
  expect(last.durationMs).toBeLessThan(HOUR_MS);
});
