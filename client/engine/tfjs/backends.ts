import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import type { Backend } from "../devices.ts";
import { type Trained, type TrainedOptions, trainByOperations } from "./adam.ts";
import { trainOnWebgpu } from "./adam-on-webgpu.ts";
import { allowParts } from "./bound-parts.ts";
import { guardProducts } from "./guarded-products.ts";

/** What training needs of a backend beside TensorFlow.js's own operations. */
export type TfjsDevice = {
  readonly openTrained: (options: TrainedOptions) => Trained;
  /** Sends to the device what was asked of it so far, without a wait. */
  readonly submit: () => void;
};

/**
 * Loads one backend, alone, and makes it the present one. Throws when the device does not give one; that of a GPU
 * may be tried again.
 */
export async function useBackend(backend: Backend): Promise<TfjsDevice> {
  tf.enableProdMode();
  await loadBackend(backend);
  if (!(await tf.setBackend(backend)))
    throw new Error(`TensorFlow.js could not start its ${backend} backend`);
  const present = tf.backend();
  return isWebgpu(present) ? openWebgpu(present) : { openTrained: trainByOperations, submit() {} };
}

async function loadBackend(backend: Backend): Promise<void> {
  if (tf.findBackendFactory(backend) !== null) return;
  switch (backend) {
    case "webgpu":
      (await import("./webgpu-backend.ts")).registerWebgpu();
      // By itself it submits every 15 dispatches; here each step is one submit.
      tf.env().set("WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE", Number.MAX_SAFE_INTEGER);
      return;
    case "webgl":
      await import("@tensorflow/tfjs-backend-webgl");
      // Whether one in software is good enough is for who chooses to say; TensorFlow.js would refuse it.
      tf.env().set("SOFTWARE_WEBGL_ENABLED", true);
      return;
    case "cpu":
      await import("@tensorflow/tfjs-backend-cpu");
      return;
    default:
      backend satisfies never;
  }
}

function openWebgpu(backend: WebGPUBackend): TfjsDevice {
  if (!known.has(backend)) {
    guardProducts(backend);
    allowParts(backend);
  }
  known.add(backend);
  return {
    openTrained: (options) => trainOnWebgpu(backend, options),
    submit() {
      backend.ensureCommandEncoderReady();
      backend.endComputePassEncoder();
      backend.submitQueue();
    },
  };
}

const known = new WeakSet<WebGPUBackend>();

function isWebgpu(backend: tf.KernelBackend): backend is WebGPUBackend {
  return "runWebGPUProgram" in backend;
}
