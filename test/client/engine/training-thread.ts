import { parentPort, workerData } from "node:worker_threads";
import { openKernels } from "../../../client/command/kernels-in-node.ts";
import { listNodeDevices } from "../../../client/command/node-devices.ts";
import { letNodeReadTfjs } from "../../../client/command/tfjs-in-node.ts";
import { serveTraining } from "../../../client/engine/serve-training.ts";

// The training worker as a thread of Node: the same program, but for the edges that only a browser has.
const serve = serveTraining({
  post: (message) => parentPort?.postMessage(message),
  listDevices: async () => {
    letNodeReadTfjs();
    return await listNodeDevices("cpu");
  },
  openKernels: async () => openKernels(),
  checkpointMs: workerData,
});
parentPort?.on("message", serve);
