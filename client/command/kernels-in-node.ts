import { readFileSync } from "node:fs";
import { type Kernels, readKernels } from "../../shared/kernels/kernels.ts";

const FILE = new URL("../../shared/kernels/kernels.wasm", import.meta.url);

let compiled: WebAssembly.Module | null = null;

/** An instance of the kernels with a memory of its own; compiled once. */
export function openKernels(): Kernels {
  compiled ??= new WebAssembly.Module(readFileSync(FILE));
  return readKernels(new WebAssembly.Instance(compiled).exports);
}
