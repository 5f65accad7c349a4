import { readFileSync } from "node:fs";
import { type Kernels, readKernels } from "../../shared/kernels/kernels.ts";

const FILE = new URL("../../shared/kernels/kernels.wasm", import.meta.url);

/** An instance of the kernels with a memory of its own. */
export async function openKernels(): Promise<Kernels> {
  return readKernels(new WebAssembly.Instance(await WebAssembly.compile(readFileSync(FILE))).exports);
}
