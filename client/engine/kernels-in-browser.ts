import { type Kernels, readKernels } from "../../shared/kernels/kernels.ts";
import kernelsUrl from "../../shared/kernels/kernels.wasm?url";

let compiled: Promise<WebAssembly.Module> | null = null;

/** An instance of the kernels with a memory of its own; fetched and compiled once. Rejects when the network is away. */
export async function openKernels(): Promise<Kernels> {
  compiled ??= WebAssembly.compileStreaming(fetch(kernelsUrl));
  try {
    return readKernels(new WebAssembly.Instance(await compiled).exports);
  } catch (error) {
    compiled = null;
    throw error;
  }
}
