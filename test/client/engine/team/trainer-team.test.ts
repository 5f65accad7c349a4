import { afterEach, expect, test } from "vitest";
import type { ToWorker } from "../../../../client/engine/messages.ts";
import { makeTrainer } from "../../../../client/engine/trainer.ts";
import { encodeSafetensors } from "../../../../shared/model/safetensors.ts";
import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import { sha256Hex } from "../../../../shared/spec/identity.ts";
import { trainOnKernels } from "../../../shared/training/train-on-kernels.ts";
import { wideRelu } from "../../../shared/training/wide-relu.ts";
import { collect, orderOf, watchThreads } from "../watched-threads.ts";

const { openThread, end } = watchThreads();
const trainer = makeTrainer({ openThread, workers: 2 });
afterEach(async () => {
  trainer.dispose();
  await end();
});

test("a run that was stopped lets its helper go: the next one is helped, to the weights of one thread", async () => {
  const stopping = new AbortController();
  for await (const { event } of trainer.train(
    orderOf([{ ...wideRelu, epochs: 100_000 }], { signal: stopping.signal }),
  )) {
    if (event.type === "epoch" && event.epoch === 5) stopping.abort();
  }
  const events = await collect(trainer.train(orderOf([wideRelu])));
  const last = events.at(-1)?.event;
  if (last?.type !== "finished") throw new Error(`ended with ${last?.type}`);
  const hash = (weights: typeof last.weights) => sha256Hex(encodeSafetensors(wideRelu.model.layers, weights));
  expect(hash(last.weights)).toBe(hash(trainOnKernels(wideRelu).weights));
});

test("one run may take the threads of all workers, up to four; runs that train side by side have one each", async () => {
  expect(await threadsOf([wideRelu], 2)).toEqual([2]);
  expect(await threadsOf([wideRelu], 8)).toEqual([4]);
  expect(await threadsOf([wideRelu, { ...wideRelu, seed: 1 }], 2)).toEqual([1, 1]);
});

/** What each worker is told of threads when these specs are to be trained. */
async function threadsOf(specs: readonly ExperimentSpec[], workers: number): Promise<readonly number[]> {
  const told: ToWorker[] = [];
  const listening = makeTrainer({
    openThread: () => ({ post: (message) => told.push(message), close() {} }),
    workers,
  });
  const events = listening.train(orderOf(specs));
  const first = events.next();
  // Nobody trains: to end the trainer ends the order.
  while (told.filter(({ type }) => type === "train").length < Math.min(specs.length, workers))
    await new Promise((resolve) => setImmediate(resolve));
  listening.dispose();
  await first;
  return told.flatMap((message) => (message.type === "train" ? [message.threads] : []));
}
