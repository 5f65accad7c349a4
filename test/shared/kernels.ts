import { readFileSync } from "node:fs";
import { type Kernels, readKernels } from "../../shared/kernels/kernels.ts";

const module = new WebAssembly.Module(
  readFileSync(new URL("../../shared/kernels/kernels.wasm", import.meta.url)),
);

/** An instance of the kernels with a memory of its own. */
export function openKernels(): Kernels {
  return readKernels(new WebAssembly.Instance(module).exports);
}
