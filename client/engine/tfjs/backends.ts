import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import type { Backend } from "../devices.ts";

/**
 * Loads one backend, alone, and makes it the present one. Throws when the device does not give one; that of a GPU
 * may be tried again.
 */
export async function useBackend(backend: Backend): Promise<void> {
  tf.enableProdMode();
  await loadBackend(backend);
  if (!(await tf.setBackend(backend)))
    throw new Error(`TensorFlow.js could not start its ${backend} backend`);
}

async function loadBackend(backend: Backend): Promise<void> {
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
    default:
      backend satisfies never;
  }
}
