import { expect, test } from "vitest";
import { openKernels } from "../../../client/command/kernels-in-node.ts";
import { checkDevice, TINY_LINEAR, TINY_MIXED } from "../../../client/engine/device-check.ts";
import type { Engine } from "../../../client/engine/events.ts";
import { makeMomentsEngine } from "../../../client/engine/moments.ts";
import { makeSimdEngine } from "../../../client/engine/simd.ts";
import { trainSweep } from "../../../client/engine/train-sweep.ts";
import type { Kernels } from "../../../shared/kernels/kernels.ts";
import { parseSpec } from "../../../shared/spec/experiment.ts";
import { digits } from "../../shared/digits.ts";
import { readReference } from "../../shared/reference.ts";

const choice = { engine: "simd", device: "processor", why: "a test" } as const;
const impatient = { patient: false };

/** Kernels whose Adam forgets the bias correction: a device that computes wrongly. */
async function openWrongKernels(): Promise<Kernels> {
  const kernels = openKernels();
  return {
    ...kernels,
    adam: (...[value, gradient, first, second, n, step, , decay]) =>
      kernels.adam(value, gradient, first, second, n, step, 1, decay),
  };
}

test("the tiny runs are PyTorch's", () => {
  for (const [name, tiny] of [
    ["tiny-mixed", TINY_MIXED],
    ["tiny-linear", TINY_LINEAR],
  ] as const) {
    const { spec, trainLoss } = readReference(name);
    expect(parseSpec(tiny.spec)).toEqual({ ok: true, value: spec });
    expect(tiny.trainLoss).toEqual(trainLoss);
  }
});

test("both engines on the processor pass", async () => {
  const options = { digits, openKernels: async () => openKernels() };
  const simd = makeSimdEngine({ choice, ...options });
  const moments = makeMomentsEngine({ choice: { ...choice, engine: "moments" }, ...options });
  expect(await checkDevice(simd, impatient)).toEqual({ ok: true, value: undefined });
  expect(await checkDevice(moments, impatient)).toEqual({ ok: true, value: undefined });
});

test("a device that computes wrongly fails, with the loss that it gave and the right one", async () => {
  const wrong = makeSimdEngine({ choice, digits, openKernels: openWrongKernels });
  const check = await checkDevice(wrong, impatient);
  expect(check.ok ? "" : check.error).toMatch(
    /^it computes wrongly: a tiny model's loss was [\d.]+, and 1\.105367064476\d* is right$/,
  );
});

test("a device that does not answer within two seconds fails", async () => {
  const silent: Engine = {
    choice,
    async *train() {
      await new Promise(() => {});
      yield* [];
    },
    dispose() {},
  };
  const check = await checkDevice(silent, impatient);
  expect(check).toEqual({ ok: false, error: "it took more than 2 seconds for a tiny model" });
});

test("a sweep passes over a device that fails its check, and says why", async () => {
  const { spec } = readReference("tiny-mixed");
  const events = [];
  for await (const { event } of trainSweep({
    runs: [{ run: 0, spec }],
    preference: "auto",
    snapshots: false,
    signal: new AbortController().signal,
    digits,
    checks: new Map(),
    openKernels: openWrongKernels,
    listDevices: async () => [],
  })) {
    events.push(event);
    if (event.type === "started") break;
  }
  expect(events).toMatchObject([
    {
      type: "started",
      engine: "tfjs",
      device: "processor",
      why: expect.stringMatching(
        /^WebAssembly is not used: it computes wrongly: .* in plain JavaScript, slowly\.$/,
      ),
    },
  ]);
});
