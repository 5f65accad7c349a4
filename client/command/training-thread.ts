import { parentPort, workerData } from "node:worker_threads";
import * as z from "zod/mini";
import { serveTraining } from "../engine/serve-training.ts";
import { openKernels } from "./kernels-in-node.ts";
import { listNodeDevices, NODE_DEVICE_NAMES } from "./node-devices.ts";
import { openTeam } from "./team-in-node.ts";
import { letNodeReadTfjs } from "./tfjs-in-node.ts";

/** What a thread is told when it starts. */
const Orders = z.object({ device: z.enum(NODE_DEVICE_NAMES), checkpointMs: z.optional(z.number()) });
export type ThreadOrders = z.infer<typeof Orders>;

// The training worker as a thread of Node: the same program as a browser's, but for its edges.
const { device, checkpointMs } = Orders.parse(workerData);
const serve = serveTraining({
  post: (message, transfer) => parentPort?.postMessage(message, transfer.filter(isBuffer)),
  listDevices: async () => {
    letNodeReadTfjs();
    return await listNodeDevices(device);
  },
  openKernels: async () => openKernels(),
  openTeam: async (threads) => openTeam(threads),
  checkpointMs,
});
parentPort?.on("message", serve);

function isBuffer(value: Transferable): value is ArrayBuffer {
  return value instanceof ArrayBuffer;
}
