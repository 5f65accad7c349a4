import { type Backend, DEVICE_OF } from "./devices.ts";
import type { Choice } from "./events.ts";

/** Which engine trains a spec, on what, and why in a reader's words. */
export type Plan =
  | { readonly engine: "moments"; readonly choice: Choice }
  | { readonly engine: "simd"; readonly choice: Choice }
  | { readonly engine: "tfjs"; readonly backend: Backend; readonly choice: Choice };

export type NoPlan = { readonly reason: "unsupported" | "device"; readonly message: string };

/** Where a plan computes: a backend of TensorFlow.js, or our own kernels, on which both other engines run. */
export type Place = Backend | "kernels";

export function placeOf(plan: Plan): Place {
  return plan.engine === "tfjs" ? plan.backend : "kernels";
}

export function placeOfChoice({ engine, device }: Choice): Place {
  if (device !== "processor") return device;
  return engine === "tfjs" ? "cpu" : "kernels";
}

export const PLACE_NAMES: Record<Place, string> = {
  webgpu: "WebGPU",
  webgl: "WebGL",
  cpu: "plain JavaScript",
  kernels: "WebAssembly",
};

export const MOMENTS: Plan = {
  engine: "moments",
  choice: {
    engine: "moments",
    device: "processor",
    why: "This model is linear and trains on full batches, so its exact second moments are enough: fastest on the processor.",
  },
};

/** `because`: a sentence that says why not something else. */
export function simdPlan(because: string): Plan {
  const why = `${because} SIMD kernels train it on the processor, with the same result on every machine.`;
  return { engine: "simd", choice: { engine: "simd", device: "processor", why } };
}

export function tfjsPlan(backend: Backend, why: string): Plan {
  return { engine: "tfjs", backend, choice: { engine: "tfjs", device: DEVICE_OF[backend], why } };
}
