import { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import * as tf from "@tensorflow/tfjs-core";

/** What TensorFlow.js asks of a device, and as many storage buffers a kernel as there are: Adam binds every gradient. */
const LIMITS = [
  "maxComputeWorkgroupStorageSize",
  "maxComputeWorkgroupsPerDimension",
  "maxStorageBufferBindingSize",
  "maxBufferSize",
  "maxComputeWorkgroupSizeX",
  "maxComputeInvocationsPerWorkgroup",
  "maxStorageBuffersPerShaderStage",
] as const satisfies (keyof GPUSupportedLimits)[];

/** Has TensorFlow.js train on a device with the adapter's own limits. Throws where there is no adapter. */
export function registerWebgpu(): void {
  tf.removeBackend("webgpu");
  tf.registerBackend("webgpu", async () => {
    const adapter = await navigator.gpu.requestAdapter({ powerPreference: "high-performance" });
    if (adapter === null) throw new Error("there is no adapter for WebGPU");
    const requiredLimits = Object.fromEntries(LIMITS.map((name) => [name, adapter.limits[name]]));
    return new WebGPUBackend(await adapter.requestDevice({ requiredLimits }), adapter.info);
  });
}
