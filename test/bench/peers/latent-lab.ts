// Our own engines as a page runs them, by training workers that stay warm: `node latent-lab.ts PREFERENCE`.
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { listNodeDevices } from "../../../client/command/node-devices.ts";
import { openThreadsInNode } from "../../../client/command/open-training-thread.ts";
import { PREFERENCES } from "../../../client/engine/choose.ts";
import { makeTrainer } from "../../../client/engine/trainer.ts";
import { parseDigits } from "../../../shared/dataset/digits.ts";
import type { Done, Order, Trained } from "../protocol.ts";
import { answerOrders } from "./answer.ts";

const digits = parseDigits(readFileSync(new URL("../../../shared/dataset/digits.bin", import.meta.url)));
const preference = PREFERENCES.find((name) => name === process.argv[2]) ?? "auto";
const device = preference === "tfjs-webgpu" ? "webgpu" : "cpu";
const trainer = makeTrainer({
  openThread: openThreadsInNode({ device }),
  workers: availableParallelism(),
  listDevices: () => listNodeDevices(device),
});

/** From the order to the last event: splits, scaling, their statistics and scores count, as what goes to and fro does. */
async function train({ specs }: Order): Promise<Done> {
  const runs = new Map<number, Trained>();
  const { signal } = new AbortController();
  const start = performance.now();
  for await (const { run, event } of trainer.train({ specs, preference, snapshots: false, signal, digits })) {
    if (event.type === "failed") throw new Error(event.message);
    if (event.type !== "finished") continue;
    const { trainLoss } = event.history;
    const { trainMse, testMse, randomMse } = event.metrics;
    runs.set(run, { first: trainLoss[0] ?? 0, last: trainLoss.at(-1) ?? 0, trainMse, testMse, randomMse });
  }
  const trainMs = performance.now() - start;
  return { trainMs, scoreMs: 0, runs: specs.flatMap((_, run) => runs.get(run) ?? []) };
}

await answerOrders(train);
