import { setTimeout as pass } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeTrainer, type SweepEvent } from "../../../client/engine/trainer.ts";
import { readReference, worstRelative } from "../../shared/reference.ts";
import { collect, eventsByRun, orderOf, watchThreads } from "./watched-threads.ts";

const { spec, trainLoss } = readReference("mlp-5");
const endless = { ...spec, epochs: 10_000 };
const relu = readReference("mlp-relu");
/** What an endless run would tell if it came to its end: started, every epoch, finished. */
const ALL_EVENTS = endless.epochs + 2;

/** One worker; side-by-side.test.ts has several. */
function open(options: { checkpointMs?: number } = {}) {
  const watched = watchThreads(options);
  const trainer = makeTrainer({ openThread: watched.openThread, workers: 1 });
  return { ...watched, trainer };
}

let { trainer, threads, end } = open();
beforeEach(() => {
  ({ trainer, threads, end } = open());
});
afterEach(async () => {
  trainer.dispose();
  await end();
});

/** What `read` gives once it no longer changes. */
async function settled<T>(read: () => T): Promise<T> {
  for (let before = read(); ; before = read()) {
    await pass(300);
    if (read() === before) return before;
  }
}

test("a sweep of both engines comes back whole and in order, with PyTorch's losses", async () => {
  const events = await collect(trainer.train(orderOf([spec, { ...relu.spec, epochs: 3 }, spec])));
  const runs = eventsByRun(events, 3);
  expect(events.map(({ run }) => run)).toEqual(events.map(({ run }) => run).toSorted((a, b) => a - b));
  expect(runs.map((run) => run[0])).toMatchObject([
    { type: "started", engine: "moments" },
    { type: "started", engine: "simd", device: "processor" },
    { type: "started", engine: "moments" },
  ]);
  const losses = runs.map((run) => run.flatMap((event) => (event.type === "epoch" ? [event.trainLoss] : [])));
  expect(worstRelative(losses[0] ?? [], trainLoss)).toBeLessThan(1e-6);
  expect(worstRelative(losses[1] ?? [], relu.trainLoss.slice(0, 3))).toBeLessThan(1e-6);
  expect(losses[2]).toEqual(losses[0]);
  expect(runs.every((run) => run.at(-1)?.type === "finished")).toBe(true);
});

test("snapshots arrive as Float32Arrays by PyTorch's names", async () => {
  const events = await collect(trainer.train(orderOf([{ ...spec, epochs: 2 }], { snapshots: true })));
  const weights = events.flatMap(({ event }) => (event.type === "epoch" ? [event.weights] : []));
  expect(weights.map((tensors) => [...(tensors?.keys() ?? [])])).toEqual([
    ["0.weight", "0.bias", "1.weight", "1.bias"],
    ["0.weight", "0.bias", "1.weight", "1.bias"],
  ]);
  expect(weights[1]?.get("0.weight")).toBeInstanceOf(Float32Array);
});

test("a spec that no engine can train as asked fails alone, and the others are trained", async () => {
  const events = await collect(
    trainer.train(orderOf([relu.spec, { ...spec, epochs: 1 }], { preference: "moments" })),
  );
  expect(events[0]).toMatchObject({ run: 0, event: { type: "failed", reason: "unsupported" } });
  expect(events.at(-1)).toMatchObject({ run: 1, event: { type: "finished" } });
});

test("abort ends the sweep at once, and the same worker trains the next one", async () => {
  const stopping = new AbortController();
  const seen: SweepEvent[] = [];
  for await (const event of trainer.train(orderOf([endless, endless], { signal: stopping.signal }))) {
    seen.push(event);
    if (seen.length === 20) stopping.abort();
  }
  expect(seen).toHaveLength(20);
  // The second sweep is trained only when the worker has let go of the first.
  const next = await collect(trainer.train(orderOf([{ ...spec, epochs: 2 }])));
  expect(next.map(({ event }) => event.type)).toEqual(["started", "epoch", "epoch", "finished"]);
  expect(threads).toHaveLength(1);
  expect(threads[0]?.arrived[0]).toBeLessThan(ALL_EVENTS);
});

test("abort ends a sweep that nobody has heard from yet", async () => {
  const stopping = new AbortController();
  const ended = collect(trainer.train(orderOf([endless], { signal: stopping.signal })));
  stopping.abort();
  expect(await ended).toEqual([]);
});

test("not to pull pauses training; to pull again goes on where it stood", async () => {
  const events = trainer.train(orderOf([endless]));
  await events.next();
  const posted = threads[0]?.posted ?? [];
  while (!posted.includes("pause")) await pass(5);
  expect(posted).toEqual(["digits", "train", "pause"]);
  const arrived = await settled(() => threads[0]?.arrived[0]);
  expect(arrived).toBeLessThan(ALL_EVENTS);
  let epoch = -1;
  while (!posted.includes("resume")) {
    const { value } = await events.next();
    if (value?.event.type === "epoch") expect(value.event.epoch).toBe(++epoch);
  }
  const { value } = await events.next();
  expect(value?.event).toMatchObject({ type: "epoch", epoch: epoch + 1 });
  await events.return();
});

test("a worker that dies is replaced: the run goes on from its last checkpoint, with the same losses and a mark", async () => {
  ({ trainer, threads, end } = open({ checkpointMs: 1 }));
  const long = { ...relu.spec, epochs: 400 };
  const whole = await collect(trainer.train(orderOf([long])));
  const events: SweepEvent[] = [];
  for await (const event of trainer.train(orderOf([{ ...spec, epochs: 2 }, long]))) {
    events.push(event);
    const isFirst = event.event.type === "checkpoint" && event.run === 1 && threads.length === 1;
    if (isFirst) await threads[0]?.worker.terminate();
  }
  const second = events.filter(({ run }) => run === 1).map(({ event }) => event);
  const place = second.findIndex(({ type }) => type === "resumed");
  const kept = second.slice(0, place).findLast(({ type }) => type === "checkpoint");
  const [resumed, last, wanted] = [second[place], second.at(-1), whole.at(-1)?.event];
  if (kept?.type !== "checkpoint" || resumed?.type !== "resumed") throw new Error("not resumed");
  if (last?.type !== "finished" || wanted?.type !== "finished") throw new Error("not finished");
  const { epoch } = kept.checkpoint.state;
  expect(resumed.history.resumed).toEqual([{ epoch, engine: "simd", device: "processor", after: "crash" }]);
  expect(last.history).toEqual({ ...wanted.history, resumed: resumed.history.resumed });
  expect(last.weights).toEqual(wanted.weights);
  expect(events.filter(({ event }) => event.type === "failed")).toEqual([]);
  expect(threads).toHaveLength(2);
});

test("a worker that dies twice fails the run in progress in words, and the next sweep gets another worker", async () => {
  const events: SweepEvent[] = [];
  for await (const event of trainer.train(orderOf([{ ...spec, epochs: 2 }, endless]))) {
    events.push(event);
    if (event.run === 1 && event.event.type === "started") await threads.at(-1)?.worker.terminate();
  }
  expect(events.at(-1)).toEqual({
    run: 1,
    event: {
      type: "failed",
      reason: "crash",
      message: expect.stringMatching(/^Training stopped unexpectedly \(exit 1\)/),
    },
  });
  const next = await collect(trainer.train(orderOf([{ ...spec, epochs: 1 }])));
  expect(next.at(-1)?.event.type).toBe("finished");
  expect(threads).toHaveLength(3);
});

test("dispose ends what is being trained", async () => {
  const events = trainer.train(orderOf([endless]));
  await events.next();
  trainer.dispose();
  const rest = await collect(events);
  expect(rest.every(({ event }) => event.type === "epoch")).toBe(true);
});
