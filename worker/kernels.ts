import { type Kernels, readKernels } from "../shared/kernels/kernels.ts";
import module from "../shared/kernels/kernels.wasm";

/** An instance of the kernels with a memory of its own. */
export function openKernels(): Kernels {
  return readKernels(new WebAssembly.Instance(module).exports);
}
