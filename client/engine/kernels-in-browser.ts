import { type Kernels, readKernels } from "../../shared/kernels/kernels.ts";
// In the training worker's own script, so that a page which has loaded can train without a network.
import dataUrl from "../../shared/kernels/kernels.wasm?url&inline";

let compiled: Promise<WebAssembly.Module> | null = null;

/** An instance of the kernels with a memory of its own; compiled once. */
export async function openKernels(): Promise<Kernels> {
  compiled ??= WebAssembly.compile(decodeWasm(dataUrl));
  return readKernels(new WebAssembly.Instance(await compiled).exports);
}

/** The bytes of `data:application/wasm;base64,...`. */
export function decodeWasm(url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(url.slice(url.indexOf(",") + 1)), (letter) => letter.charCodeAt(0));
}
