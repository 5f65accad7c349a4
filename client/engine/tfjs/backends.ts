import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import type { Backend } from "../devices.ts";

/** Where the wasm backend's binaries are: a folder (Node) or the URL of each (a bundle). */
export type WasmFiles = string | { readonly plain: string; readonly simd: string };

/**
 * Loads one backend, alone, and makes it the present one. Throws when the device does not give one; that of a GPU
 * may be tried again.
 */
export async function useBackend(backend: Backend, readWasmFiles: () => Promise<WasmFiles>): Promise<void> {
  tf.enableProdMode();
  await loadBackend(backend, readWasmFiles);
  if (!(await tf.setBackend(backend)))
    throw new Error(`TensorFlow.js could not start its ${backend} backend`);
}

async function loadBackend(backend: Backend, readWasmFiles: () => Promise<WasmFiles>): Promise<void> {
  if (tf.findBackendFactory(backend) !== null) return;
  switch (backend) {
    case "webgpu":
      await import("@tensorflow/tfjs-backend-webgpu");
      return;
    case "webgl":
      await import("@tensorflow/tfjs-backend-webgl");
      return;
    case "cpu":
      await import("@tensorflow/tfjs-backend-cpu");
      return;
    case "wasm": {
      const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
      const files = await readWasmFiles();
      setWasmPaths(typeof files === "string" ? files : wasmPaths(files));
      // With threads its promise never settles on pages that are isolated across origins.
      tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
      return;
    }
    default:
      backend satisfies never;
  }
}

/** TF.js wants a path for the threaded binary, too, which the flag above keeps it from loading. */
function wasmPaths({ plain, simd }: { readonly plain: string; readonly simd: string }) {
  return {
    "tfjs-backend-wasm.wasm": plain,
    "tfjs-backend-wasm-simd.wasm": simd,
    "tfjs-backend-wasm-threaded-simd.wasm": simd,
  };
}
