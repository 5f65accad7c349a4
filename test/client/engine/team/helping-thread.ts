import { parentPort, workerData } from "node:worker_threads";
import { help, openDesk } from "../../../../client/engine/team/desk.ts";

/** A helper whose work is to say, after `workMs`, which part of what it was given. */
const { buffer, parts, workMs } = workerData;
const pause = new Int32Array(new SharedArrayBuffer(4));
parentPort?.on("message", (run: number) => {
  help(openDesk(buffer, parts), run, (task, part) => {
    Atomics.wait(pause, 0, 0, workMs);
    return { squares: part, absolutes: task.kind === "pass" ? task.images : 0 };
  });
  parentPort?.postMessage("free");
});
parentPort?.postMessage("there");
