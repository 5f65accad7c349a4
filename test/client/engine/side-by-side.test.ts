import { setTimeout as pass } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeTrainer, type SweepEvent } from "../../../client/engine/trainer.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { readReference } from "../../shared/reference.ts";
import { collect, eventsByRun, orderOf, watchThreads } from "./watched-threads.ts";

const mlp = readReference("mlp-20").spec;
const relu = readReference("mlp-relu").spec;
/** More than one worker would do in the time in which a second one begins. */
const sweep: readonly ExperimentSpec[] = [
  { ...mlp, epochs: 2 },
  { ...relu, epochs: 400 },
  { ...readReference("mlp-200").spec, epochs: 100 },
  { ...relu, epochs: 300, seed: 1 },
];
const endless = [0, 1].map((seed) => ({ ...mlp, epochs: 100_000, seed }));

function open(workers: number, options: { checkpointMs?: number } = {}) {
  const watched = watchThreads(options);
  return { ...watched, trainer: makeTrainer({ openThread: watched.openThread, workers }) };
}

let { trainer, threads, end } = open(2);
beforeEach(() => {
  ({ trainer, threads, end } = open(2));
});
afterEach(async () => {
  trainer.dispose();
  await end();
});

/** What each run left: its losses as they were told, and how it ended. */
function outcomes(events: readonly SweepEvent[]) {
  return eventsByRun(events, sweep.length).map((run) => {
    const last = run.at(-1);
    if (last?.type !== "finished") throw new Error(`ended with ${last?.type}`);
    return {
      losses: run.flatMap((one) => (one.type === "epoch" ? [one.trainLoss] : [])),
      weights: last.weights,
    };
  });
}

describe("a sweep on two workers", () => {
  test("has the losses and the weights' bits of one worker, and each run's events in order", async () => {
    const single = open(1);
    const alone = await collect(single.trainer.train(orderOf(sweep)));
    single.trainer.dispose();
    await single.end();
    const both = await collect(trainer.train(orderOf(sweep)));
    expect(outcomes(both)).toEqual(outcomes(alone));
    for (const [run, events] of eventsByRun(both, sweep.length).entries()) {
      const epochs = events.flatMap((event) => (event.type === "epoch" ? [event.epoch] : []));
      expect(epochs).toEqual(Array.from({ length: sweep[run]?.epochs ?? 0 }, (_, epoch) => epoch));
      expect([events[0]?.type, events.at(-1)?.type]).toEqual(["started", "finished"]);
    }
    expect(threads).toHaveLength(2);
    expect(threads.every(({ arrived }) => (arrived[0] ?? 0) > 0)).toBe(true);
  });

  test("keeps them warm for the next one", async () => {
    await collect(trainer.train(orderOf(sweep)));
    await collect(trainer.train(orderOf(sweep)));
    expect(threads).toHaveLength(2);
    expect(threads[0]?.posted.filter((type) => type === "digits")).toHaveLength(1);
  });

  test("that is little work has one", async () => {
    await collect(trainer.train(orderOf([mlp, { ...mlp, seed: 1 }])));
    expect(threads).toHaveLength(1);
  });

  test("pauses both when nobody pulls, and goes on where they stood", async () => {
    const events = trainer.train(orderOf(endless));
    await events.next();
    const isPaused = () => threads.every(({ posted }) => posted.at(-1) === "pause");
    while (threads.length < 2 || !isPaused()) await pass(5);
    const last = [-1, -1];
    while (threads.some(({ posted }) => !posted.includes("resume"))) {
      const { value } = await events.next();
      if (value?.event.type !== "epoch") continue;
      expect(value.event.epoch).toBe((last[value.run] ?? 0) + 1);
      last[value.run] = value.event.epoch;
    }
    await events.return();
  });

  test("ends on both when it is stopped", async () => {
    const stopping = new AbortController();
    let seen = 0;
    for await (const { event } of trainer.train(orderOf(endless, { signal: stopping.signal })))
      if (event.type === "epoch" && ++seen === 50) stopping.abort();
    expect(seen).toBe(50);
    expect(threads.map(({ posted }) => posted.at(-1))).toEqual(["stop", "stop"]);
    // Both have let go, or the next sweep would wait for ever.
    expect(outcomes(await collect(trainer.train(orderOf(sweep))))).toHaveLength(4);
    expect(threads).toHaveLength(2);
  });

  test("one of which dies, goes on from the last checkpoints to the same bits", async () => {
    ({ trainer, threads, end } = open(2, { checkpointMs: 1 }));
    const whole = await collect(trainer.train(orderOf(sweep)));
    const events: SweepEvent[] = [];
    let killed = false;
    for await (const told of trainer.train(orderOf(sweep))) {
      events.push(told);
      if (killed || told.event.type !== "checkpoint" || told.run !== 3) continue;
      killed = true;
      await threads[1]?.worker.terminate();
    }
    const marked = eventsByRun(events, 4).flatMap((run) => run.filter(({ type }) => type === "resumed"));
    expect(marked.length).toBeGreaterThan(0);
    const weights = (told: readonly SweepEvent[]) => outcomes(told).map((outcome) => outcome.weights);
    expect(weights(events)).toEqual(weights(whole));
    expect(events.filter(({ event }) => event.type === "failed")).toEqual([]);
    expect(threads).toHaveLength(4);
  });
});
