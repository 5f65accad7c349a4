import { describe, expect, test } from "vitest";
import type { Preference } from "../../../client/engine/choose.ts";
import { dealRuns } from "../../../client/engine/deal.ts";
import type { DeviceFinding } from "../../../client/engine/devices.ts";
import type { Place } from "../../../client/engine/plan.ts";
import type { SweepRun } from "../../../client/engine/train-sweep.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { Layer } from "../../../shared/spec/layers.ts";
import { readReference } from "../../shared/reference.ts";
import { checkpointAt } from "./checkpoint-at.ts";

const { spec } = readReference("mlp-200");
const gpu: DeviceFinding = { backend: "webgpu", status: "ready", name: "a GPU", why: "" };

function width(hidden: number, activation: readonly Layer[] = []): ExperimentSpec {
  const layers: Layer[] = [
    { kind: "linear", in: 64, out: hidden },
    ...activation,
    { kind: "linear", in: hidden, out: 64 },
  ];
  return { ...spec, model: { layers, latentAfter: 0 } };
}

const legOf = (specs: readonly ExperimentSpec[], unfit = new Map<Place, string>()) => ({
  runs: specs.map((one, run): SweepRun => ({ run, spec: one })),
  unfit,
});

/** Every portion, as if the programs asked one after the other. */
async function deal(
  leg: ReturnType<typeof legOf>,
  options: { preference?: Preference; workers?: number; devices?: readonly DeviceFinding[] } = {},
) {
  const { preference = "auto", workers = 2, devices = [] } = options;
  let asked = 0;
  const { hands, next } = await dealRuns(leg, {
    preference,
    workers,
    listDevices: async () => {
      asked++;
      return devices;
    },
  });
  const portions: number[][] = [];
  for (let isLast = false; !isLast; ) {
    const portion = next();
    portions.push(portion.runs.map(({ run }) => run));
    isLast = portion.isLast;
  }
  return { hands, portions, asked };
}

const problem1 = [5, 20, 40, 80, 100, 200].map((hidden) => width(hidden));

describe("the runs of a leg go", () => {
  test("to two programs the longest first, one at a time where they are few", async () => {
    expect(await deal(legOf(problem1))).toEqual({
      hands: 2,
      portions: [[5], [4], [3], [2], [1], [0]],
      asked: 0,
    });
  });

  test("in portions that get smaller where they are many", async () => {
    const { hands, portions } = await deal(legOf(Array.from({ length: 100 }, () => width(100))));
    expect(hands).toBe(2);
    expect(portions.map(({ length }) => length)).toEqual([25, 19, 14, 11, 8, 6, 5, 3, 3, 2, 1, 1, 1, 1]);
    expect(portions.flat()).toEqual(Array.from({ length: 100 }, (_, run) => run));
  });

  test("to no more programs than there are runs", async () => {
    expect(await deal(legOf(problem1.slice(4)), { workers: 8 })).toMatchObject({ hands: 2 });
  });

  test("to one program, in their own order, where a second would have begun too late", async () => {
    const few = [5, 40, 20].map((hidden) => width(hidden));
    expect(await deal(legOf(few))).toEqual({ hands: 1, portions: [[0, 1, 2]], asked: 0 });
  });

  test("to one program where there is but one", async () => {
    expect(await deal(legOf(problem1), { workers: 1 })).toMatchObject({
      hands: 1,
      portions: [[0, 1, 2, 3, 4, 5]],
    });
  });

  test("by what is left of them, where they were begun before", async () => {
    const leg = legOf(problem1.slice(3));
    const from = { checkpoint: checkpointAt(width(200), 45), after: "stop" } as const;
    const runs = leg.runs.map((one) => (one.run === 2 ? { ...one, from } : one));
    expect((await deal({ ...leg, runs })).portions).toEqual([[1], [0], [2]]);
  });
});

describe("what trains on a GPU goes to the first program whole", () => {
  const heavy = { ...width(800, [{ kind: "relu" }]), epochs: 1_000 };

  test("beside the runs on the processor", async () => {
    const leg = legOf([...problem1.slice(2), heavy, heavy]);
    expect(await deal(leg, { devices: [gpu] })).toEqual({
      hands: 2,
      portions: [[4, 5], [3], [2], [1], [0]],
      asked: 1,
    });
  });

  test("but where no GPU is real, the processor's programs share it", async () => {
    const { hands, portions } = await deal(legOf([heavy, heavy]), {
      devices: [{ ...gpu, status: "software" }],
    });
    expect({ hands, portions }).toEqual({ hands: 2, portions: [[0], [1]] });
  });

  test("where TensorFlow.js is asked for, and where the kernels are unfit", async () => {
    const asked = await deal(legOf(problem1), { preference: "tfjs", devices: [gpu] });
    expect(asked.hands).toBe(1);
    const unfit = new Map<Place, string>([["kernels", "it computes wrongly"]]);
    expect((await deal(legOf(problem1, unfit), { devices: [gpu] })).hands).toBe(1);
  });
});
