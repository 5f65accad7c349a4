import { parentPort } from "node:worker_threads";
import { openKernels } from "../../../client/command/kernels-in-node.ts";
import { serveTraining } from "../../../client/engine/serve-training.ts";
import type { Kernels } from "../../../shared/kernels/kernels.ts";

/** Adam's updates after which this worker hangs, for ever, in a kernel. */
const UPDATES = 300;

/** The kernels, one of which does not come back. */
function openBrokenKernels(): Kernels {
  const kernels = openKernels();
  const { memory } = kernels;
  let updates = 0;
  return {
    ...kernels,
    memory,
    adam(...args) {
      kernels.adam(...args);
      if (++updates === UPDATES) for (;;) kernels.sumAbsolute(kernels.reserve(0), 1);
    },
  };
}

const serve = serveTraining({
  post: (message) => parentPort?.postMessage(message),
  listDevices: async () => [],
  openKernels: async () => openBrokenKernels(),
  checkpointMs: 1,
});
parentPort?.on("message", serve);
