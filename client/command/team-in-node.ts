import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { makeTeam, type OpenHelper, type TrainingTeam } from "../engine/team/team.ts";

const FILE = new URL("../../shared/kernels/kernels-on-shared-memory.wasm", import.meta.url);

let compiled: WebAssembly.Module | null = null;

/** A team of this thread and `threads - 1` others, which end with it. */
export function openTeam(threads: number): TrainingTeam {
  compiled ??= new WebAssembly.Module(readFileSync(FILE));
  return makeTeam(compiled, { threads, openHelper });
}

const openHelper: OpenHelper = (seat) => {
  const worker = new Worker(new URL("./helper-thread.ts", import.meta.url), { workerData: seat });
  // Without helpers the leader does all of it alone.
  worker.on("error", () => {});
  worker.unref();
  return (order) => worker.postMessage(order);
};
