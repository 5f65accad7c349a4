import { afterEach, expect, test } from "vitest";
import { makeTrainer, type SweepEvent } from "../../../client/engine/trainer.ts";
import type { ThreadListener } from "../../../client/engine/training-thread.ts";
import { readReference } from "../../shared/reference.ts";
import { collect, orderOf, watchThreads } from "./watched-threads.ts";

const spec = { ...readReference("mlp-relu").spec, epochs: 400 };

const hanging = watchThreads({ entry: new URL("./hanging-thread.ts", import.meta.url) });
const sound = watchThreads();
afterEach(async () => {
  await Promise.all([hanging.end(), sound.end()]);
});

test("a worker that hangs in a kernel is noticed, and the run goes on from its last checkpoint to the same bits", async () => {
  const other = makeTrainer({ openThread: sound.openThread, workers: 1 });
  const whole = (await collect(other.train(orderOf([spec])))).at(-1)?.event;
  other.dispose();

  const opened: string[] = [];
  const openThread = (listener: ThreadListener) => {
    const { openThread } = opened.length === 0 ? hanging : sound;
    opened.push("thread");
    return openThread(listener);
  };
  const trainer = makeTrainer({ openThread, workers: 1 });
  const events: SweepEvent["event"][] = [];
  for await (const { event } of trainer.train(orderOf([spec]))) events.push(event);
  trainer.dispose();

  const resumed = events.find((event) => event.type === "resumed");
  const last = events.at(-1);
  if (last?.type !== "finished" || whole?.type !== "finished") throw new Error("not finished");
  expect(resumed?.history.resumed).toMatchObject([{ engine: "simd", device: "processor", after: "crash" }]);
  expect(resumed?.history.trainLoss.length).toBeGreaterThan(0);
  expect(last.weights).toEqual(whole.weights);
  expect(last.history.trainLoss).toEqual(whole.history.trainLoss);
  expect(events.filter(({ type }) => type === "failed")).toEqual([]);
  expect(opened).toHaveLength(2);
});
