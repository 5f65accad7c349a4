import plain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import simd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import type { WasmFiles } from "./backends.ts";

/** The binaries as the bundler serves them. */
export const wasmFiles: WasmFiles = { plain, simd };
