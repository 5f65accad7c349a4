import { parentPort, workerData } from "node:worker_threads";
import { openDesk } from "../../../../client/engine/team/desk.ts";
import { help } from "../../../../client/engine/team/sides.ts";
import { openLog } from "./gather-log.ts";

/** A helper whose work is to say, after `workMs`, which part of what it was given, and to log what it gathers. */
const { buffer, parts, workMs, log } = workerData;
const pause = new Int32Array(new SharedArrayBuffer(4));
const { add } = openLog(log);
parentPort?.on("message", (run: number) => {
  help(openDesk(buffer, parts), run, {
    part(task, { index }) {
      Atomics.wait(pause, 0, 0, workMs);
      return { squares: index, absolutes: task.kind === "pass" ? task.images : 0 };
    },
    gather: add,
  });
  parentPort?.postMessage("free");
});
parentPort?.postMessage("there");
