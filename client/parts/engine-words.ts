import type { Device, EngineName } from "../../shared/api/runs.ts";

const DEVICES: Record<Device, string> = {
  processor: "your processor",
  webgpu: "your GPU (WebGPU)",
  webgl: "your GPU (WebGL)",
};
const ENGINES: Record<EngineName, string> = {
  simd: "SIMD",
  moments: "Moments",
  tfjs: "TensorFlow.js",
  webgpu: "WebGPU",
};

export function describeDevice(device: Device): string {
  return DEVICES[device];
}

export function describeEngine(engine: EngineName): string {
  return ENGINES[engine];
}
