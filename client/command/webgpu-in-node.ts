import { classifyWebgpu, type DeviceFinding } from "../engine/devices.ts";
import { reason } from "./read-specs.ts";

/**
 * Lets this process use its GPU as a page does, by Dawn, WebGPU's implementation in Chromium, and tells what it found.
 * The package is optional, as it holds 130 MB of programs for five platforms, and is loaded here alone.
 */
export async function openWebgpu(): Promise<DeviceFinding> {
  try {
    const dawn = await import("webgpu");
    Object.assign(globalThis, dawn.globals);
    const gpu = dawn.create([]);
    const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
    if (adapter === null) return absent(NO_ADAPTER);
    Object.defineProperty(navigator, "gpu", { value: gpu, configurable: true });
    return classifyWebgpu(adapter.info);
  } catch (error) {
    return absent(
      `the optional package webgpu does not load (${reason(error)}): run npm ci --include=optional.`,
    );
  }
}

const NO_ADAPTER =
  "Dawn found no adapter (it looked for a driver of Vulkan, Metal or Direct3D 12). Install the GPU's Vulkan driver, or name one in VK_DRIVER_FILES, such as the vk_swiftshader_icd.json in Chromium's folder.";

function absent(why: string): DeviceFinding {
  return { backend: "webgpu", status: "absent", name: "", why };
}
