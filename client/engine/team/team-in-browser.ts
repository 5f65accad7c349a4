// Beside the program that asks for it, so that both are on the device after the first visit.
import dataUrl from "../../../shared/kernels/kernels-on-shared-memory.wasm?url&inline";
import { decodeWasm } from "../kernels-in-browser.ts";
import { makeTeam, type OpenHelper, type TrainingTeam } from "./team.ts";

/**
 * A team of this worker and `threads - 1` others, which end with it; null where none can be made: the page may not share memory, has
 * none left, or runs in WebKitGTK 2.50, which is isolated and yet has no SharedArrayBuffer.
 */
export async function openTeam(threads: number): Promise<TrainingTeam | null> {
  if (!crossOriginIsolated || typeof SharedArrayBuffer === "undefined") return null;
  const module = await WebAssembly.compile(decodeWasm(dataUrl));
  try {
    return makeTeam(module, { threads, openHelper });
  } catch {
    return null;
  }
}

const openHelper: OpenHelper = (seat) => {
  const worker = new Worker(new URL("./helper-worker.ts", import.meta.url), { type: "module" });
  // Without helpers the leader does all of it alone.
  worker.addEventListener("error", (event) => event.preventDefault());
  worker.postMessage(seat);
  return (order) => worker.postMessage(order);
};
