import { openKernels } from "./kernels-in-browser.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import { serveTraining } from "./serve-training.ts";

/** The training worker's entry: everything slow happens on this side, so that the page never waits. */
const serve = serveTraining({
  post: (message: FromWorker, transfer) => postMessage(message, { transfer }),
  // Asked of large work alone.
  listDevices: async () => (await import("./list-devices.ts")).listDevices(),
  openKernels,
  // One that cannot be loaded leaves its leader alone.
  openTeam: (threads) =>
    import("./team/team-in-browser.ts").then(
      ({ openTeam }) => openTeam(threads),
      () => null,
    ),
});

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => serve(data));
