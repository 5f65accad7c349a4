import { expect, test, vi } from "vitest";
import { openKernels } from "../../../client/command/kernels-in-node.ts";
import { makeMomentsEngine } from "../../../client/engine/moments.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { Layer } from "../../../shared/spec/layers.ts";
import { digits } from "../../shared/digits.ts";
import { readReference, worstRelative } from "../../shared/reference.ts";

const choice = { engine: "moments", device: "processor", why: "for the test" } as const;
const engine = makeMomentsEngine({ choice, digits, openKernels: async () => openKernels() });
const { spec, trainLoss, metrics } = readReference("mlp-20");

async function trainWhole(
  of: ExperimentSpec,
  { snapshots = false, signal = new AbortController().signal } = {},
) {
  const events = [];
  for await (const event of engine.train(of, { signal, snapshots })) events.push(event);
  return events;
}

test("a run tells that it started and why, every epoch as PyTorch has it, and its metrics", async () => {
  const events = await trainWhole(spec);
  expect(events[0]).toEqual({ type: "started", spec, ...choice });
  const losses = events.flatMap((event) => (event.type === "epoch" ? [event.trainLoss] : []));
  expect(worstRelative(losses, trainLoss)).toBeLessThan(1e-6);
  const last = events.at(-1);
  if (last?.type !== "finished") throw new Error("not finished");
  expect(last.history.trainLoss).toEqual(losses);
  expect(worstRelative(Object.values(last.metrics), Object.values(metrics))).toBeLessThan(1e-5);
  expect(last.durationMs).toBeGreaterThan(0);
});

test("snapshots are the weights after each epoch, the last one those of the finished run", async () => {
  const events = await trainWhole({ ...spec, epochs: 4 }, { snapshots: true });
  const snapshots = events.flatMap((event) => (event.type === "epoch" ? [event.weights] : []));
  const last = events.at(-1);
  expect(snapshots).toHaveLength(4);
  expect(snapshots[3]).toEqual(last?.type === "finished" ? last.weights : null);
  expect(snapshots[2]).not.toEqual(snapshots[3]);
});

test("a timer that fires in the middle of a run gets its turn before the run ends, and its abort ends it", async () => {
  const stopping = new AbortController();
  setTimeout(() => stopping.abort(), 0);
  const events = await trainWhole({ ...spec, epochs: 10_000 }, { signal: stopping.signal });
  expect(events.map(({ type }) => type)).not.toContain("finished");
  expect(events.length).toBeLessThan(10_000);
});

test("many short runs in a row let a timer in, too", async () => {
  let [ms, fired] = [performance.now(), false];
  const clock = vi.spyOn(performance, "now").mockImplementation(() => ms++);
  setTimeout(() => {
    fired = true;
  }, 0);
  for (let run = 0; run < 20; run++) await trainWhole({ ...spec, epochs: 1 });
  clock.mockRestore();
  expect(fired).toBe(true);
});

/** So deep that one step of size 1e6 makes the output overflow. */
const deep: Layer[] = [
  { kind: "linear", in: 64, out: 2 },
  ...Array.from({ length: 29 }, (): Layer => ({ kind: "linear", in: 2, out: 2 })),
  { kind: "linear", in: 2, out: 64 },
];
const wild: ExperimentSpec = {
  ...spec,
  model: { layers: deep, latentAfter: 0 },
  optimizer: { ...spec.optimizer, learningRate: 1e6 },
};

test("a loss that is no longer finite ends the run as diverged and says what to try", async () => {
  const events = await trainWhole(wild);
  expect(events.map(({ type }) => type)).toEqual(["started", "epoch", "failed"]);
  expect(events.at(-1)).toEqual({
    type: "failed",
    reason: "diverged",
    message: "Diverged at epoch 2: the loss is no longer a number; try a smaller learning rate than 1000000.",
  });
});

test("a last update that breaks the model is divergence, too, though every loss was finite", async () => {
  const events = await trainWhole({ ...wild, epochs: 1 });
  expect(events.map(({ type }) => type)).toEqual(["started", "epoch", "failed"]);
  expect(events.at(-1)).toMatchObject({ reason: "diverged" });
});
