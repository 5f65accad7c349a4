import { openKernels } from "./kernels-in-browser.ts";
import { listDevices } from "./list-devices.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import { serveTraining } from "./serve-training.ts";

/** The training worker's entry: everything slow happens on this side, so that the page never waits. */
const serve = serveTraining({
  post: (message: FromWorker, transfer) => postMessage(message, { transfer }),
  listDevices,
  openKernels,
});

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => serve(data));
