// Our own engines, as the command line runs them: `node latent-lab.ts PREFERENCE`.
import { readFileSync } from "node:fs";
import { openKernels } from "../../../client/command/kernels-in-node.ts";
import { listNodeDevices } from "../../../client/command/node-devices.ts";
import { letNodeReadTfjs } from "../../../client/command/tfjs-in-node.ts";
import { PREFERENCES } from "../../../client/engine/choose.ts";
import { trainSweep } from "../../../client/engine/train-sweep.ts";
import { parseDigits } from "../../../shared/dataset/digits.ts";
import type { Done, Order, Trained } from "../protocol.ts";
import { answerOrders } from "./answer.ts";

const digits = parseDigits(readFileSync(new URL("../../../shared/dataset/digits.bin", import.meta.url)));
const devices = await listNodeDevices(process.argv[2] === "tfjs-webgpu" ? "webgpu" : "cpu");
/** A device is checked once, as in a browser's session. */
const checks = new Map();
const preference = PREFERENCES.find((name) => name === process.argv[2]) ?? "auto";

/** The split, the scaling and their statistics count as training: a sweep begins with them. */
async function train({ specs }: Order): Promise<Done> {
  const runs: Trained[] = [];
  let trainMs = 0;
  const start = performance.now();
  for await (const { event } of trainSweep({
    runs: specs.map((spec, run) => ({ run, spec })),
    preference,
    snapshots: false,
    checkpoints: null,
    checks,
    signal: new AbortController().signal,
    digits,
    listDevices: async () => {
      letNodeReadTfjs();
      return devices;
    },
    openKernels: async () => openKernels(),
  })) {
    if (event.type === "failed") throw new Error(event.message);
    if (event.type !== "finished") continue;
    const { trainLoss } = event.history;
    const { trainMse, testMse, randomMse } = event.metrics;
    runs.push({ first: trainLoss[0] ?? 0, last: trainLoss.at(-1) ?? 0, trainMse, testMse, randomMse });
    trainMs += event.durationMs;
  }
  return { trainMs, scoreMs: performance.now() - start - trainMs, runs };
}

await answerOrders(train);
