import { describe, expect, test } from "vitest";
import { makeRecovery } from "../../../client/engine/recovery.ts";
import type { SweepEvent } from "../../../client/engine/train-sweep.ts";
import { readReference } from "../../shared/reference.ts";
import { checkpointAt } from "./checkpoint-at.ts";

const { spec } = readReference("mlp-relu");
const onGpu = { engine: "tfjs", device: "webgpu", why: "a test" } as const;
const onProcessor = { engine: "simd", device: "processor", why: "a test" } as const;
const started = (run: number, choice: typeof onGpu | typeof onProcessor = onGpu): SweepEvent => ({
  run,
  event: { type: "started", spec, ...choice },
});
const kept = (run: number, epoch: number): SweepEvent => ({
  run,
  event: { type: "checkpoint", checkpoint: checkpointAt(spec, epoch) },
});
const failed = (run: number, reason: "lost" | "crash" | "diverged" | "device"): SweepEvent => ({
  run,
  event: { type: "failed", reason, message: `${reason} of run ${run}` },
});
const finished = (run: number): SweepEvent => ({
  run,
  event: {
    type: "finished",
    history: { trainLoss: [] },
    metrics: { trainMse: 1, testMse: 1, randomMse: 1 },
    weights: new Map(),
    durationMs: 1,
  },
});

/** What is left to train: each run with the epoch that it goes on at, and what is not used. */
function rest(recovery: ReturnType<typeof makeRecovery>) {
  const leg = recovery.nextLeg();
  if (leg === null) return null;
  return {
    runs: leg.runs.map(({ run, from }) =>
      from ? [run, from.checkpoint.state.epoch, from.after] : [run, null],
    ),
    unfit: [...leg.unfit.keys()],
  };
}

describe("after a device was lost", () => {
  test("the run goes on from its last checkpoint, on the same device, and the others after it", () => {
    const recovery = makeRecovery([spec, spec, spec]);
    for (const event of [started(0), finished(0), started(1), kept(1, 3), kept(1, 7)]) recovery.take(event);
    expect(recovery.take(failed(1, "lost"))).toEqual({ tell: null, restart: true });
    expect(rest(recovery)).toEqual({
      runs: [
        [1, 7, "lostDevice"],
        [2, null],
      ],
      unfit: [],
    });
  });

  test("a second time before it got any further, the next device takes over", () => {
    const recovery = makeRecovery([spec]);
    for (const event of [started(0), kept(0, 7), failed(0, "lost"), started(0)]) recovery.take(event);
    expect(recovery.take(failed(0, "lost"))).toEqual({ tell: null, restart: true });
    expect(rest(recovery)).toEqual({ runs: [[0, 7, "lostDevice"]], unfit: ["webgpu"] });
  });

  test("a second time after it got further, it is tried again", () => {
    const recovery = makeRecovery([spec]);
    for (const event of [started(0), failed(0, "lost"), started(0), kept(0, 2), failed(0, "lost")])
      recovery.take(event);
    expect(rest(recovery)).toEqual({ runs: [[0, 2, "lostDevice"]], unfit: [] });
  });

  test("and none is left, the run has failed and that is told", () => {
    const recovery = makeRecovery([spec, spec]);
    recovery.take(started(0));
    expect(recovery.take(failed(0, "device"))).toEqual({ tell: failed(0, "device"), restart: false });
    expect(rest(recovery)).toEqual({ runs: [[1, null]], unfit: [] });
  });
});

describe("after the training program ended", () => {
  test("it is started again once; when it ends again the sweep is over, and the run has failed", () => {
    const recovery = makeRecovery([spec, spec]);
    recovery.take(started(0, onProcessor));
    recovery.take(kept(0, 5));
    expect(recovery.take(failed(0, "crash"))).toEqual({ tell: null, restart: true });
    expect(rest(recovery)).toEqual({
      runs: [
        [0, 5, "crash"],
        [1, null],
      ],
      unfit: [],
    });
    recovery.take(started(0, onProcessor));
    expect(recovery.take(failed(0, "crash"))).toEqual({ tell: failed(0, "crash"), restart: false });
    expect(rest(recovery)).toBeNull();
  });
});

describe("a loss that is no number", () => {
  test("on a GPU is tried once more from the last checkpoint, after the other runs", () => {
    const recovery = makeRecovery([spec, spec]);
    for (const event of [started(0), kept(0, 4)]) recovery.take(event);
    expect(recovery.take(failed(0, "diverged"))).toEqual({ tell: null, restart: false });
    for (const event of [started(1), finished(1)]) recovery.take(event);
    expect(rest(recovery)).toEqual({ runs: [[0, 4, "notFinite"]], unfit: [] });
    recovery.take(started(0));
    expect(recovery.take(failed(0, "diverged"))).toEqual({ tell: failed(0, "diverged"), restart: false });
    expect(rest(recovery)).toBeNull();
  });

  test("on the processor is the spec's, which has diverged", () => {
    const recovery = makeRecovery([spec]);
    recovery.take(started(0, onProcessor));
    expect(recovery.take(failed(0, "diverged"))).toEqual({ tell: failed(0, "diverged"), restart: false });
    expect(rest(recovery)).toBeNull();
  });
});
