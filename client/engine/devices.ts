import type { Device } from "../../shared/api/runs.ts";

/** TensorFlow.js's backends: two on the GPU, and plain JavaScript on the processor. */
export type Backend = "webgpu" | "webgl" | "cpu";

/** What was found about one backend on this machine. */
export type DeviceFinding = {
  readonly backend: Backend;
  /** `software` is a GPU's interface without a GPU: slower than the processor used directly. */
  readonly status: "ready" | "software" | "absent";
  /** As a person would call it: `Apple M3`, `SwiftShader`, `processor`. */
  readonly name: string;
  /** One sentence: what it is, or why it cannot be used. */
  readonly why: string;
};

/** What a WebGPU adapter tells of itself, as `GPUAdapterInfo` has it; browsers leave most of it empty. */
export type AdapterFacts = {
  readonly vendor: string;
  readonly architecture: string;
  readonly device: string;
  readonly description: string;
  readonly isFallbackAdapter: boolean;
};

/** What a WebGL context tells: its (unmasked) renderer, and whether it can compute in 32 bits. */
export type WebglFacts = { readonly renderer: string; readonly hasFloat32: boolean };

export const DEVICE_OF: Record<Backend, Device> = {
  webgpu: "webgpu",
  webgl: "webgl",
  cpu: "processor",
};

export function isRealGpu({ backend, status }: DeviceFinding): boolean {
  return DEVICE_OF[backend] !== "processor" && status === "ready";
}

/** SwiftShader and llvmpipe draw for Chromium and Mesa, WARP ("Basic Render") for Windows, the last one for macOS. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|basic render|\bwarp\b|software/i;

/** `"absent"`: no WebGPU here; null: WebGPU, but no adapter. */
export function classifyWebgpu(facts: AdapterFacts | null | "absent"): DeviceFinding {
  const backend = "webgpu";
  if (facts === "absent") return absent(backend, "This browser has no WebGPU.");
  if (facts === null) return absent(backend, "This browser has WebGPU, but found no GPU for it.");
  const said = [facts.description, facts.device, facts.architecture, facts.vendor].join(" ");
  const software = SOFTWARE.exec(said)?.[0];
  if (software !== undefined || facts.isFallbackAdapter)
    return inSoftware(backend, software ?? "a fallback adapter");
  const name =
    facts.description || [facts.vendor, facts.device || facts.architecture].filter(Boolean).join(" ");
  return ready(backend, name || "GPU", (device) => `WebGPU on ${device}.`);
}

/** null: no WebGL 2 here. */
export function classifyWebgl(facts: WebglFacts | null): DeviceFinding {
  const backend = "webgl";
  if (facts === null) return absent(backend, "This browser has no WebGL 2.");
  const software = SOFTWARE.exec(facts.renderer)?.[0];
  if (software !== undefined) return inSoftware(backend, software);
  const name = parseRenderer(facts.renderer);
  return facts.hasFloat32
    ? ready(backend, name, (device) => `WebGL on ${device}.`)
    : absent(backend, `WebGL on ${name} computes in 16 bits only, too coarse to train with.`);
}

export const PROCESSOR: DeviceFinding = ready(
  "cpu",
  "processor",
  () => "The processor, in plain JavaScript: slow, for comparison.",
);

/** The GPU's name out of a WebGL renderer: `ANGLE (Apple, ANGLE Metal Renderer: Apple M3, Unspecified Version)` has Apple M3. */
export function parseRenderer(renderer: string): string {
  const angle = /^ANGLE \([^,]*, (?:ANGLE Metal Renderer: )?(.*)\)$/.exec(renderer)?.[1] ?? renderer;
  const name = angle
    .replace(/, [^,]*$/, "")
    .replace(/ \(0x[0-9A-F]+\)| Direct3D.*| \((?:TM|R)\)|\((?:TM|R)\)|^Mesa |\/PCIe\/SSE2/gi, "")
    .trim();
  return name || "GPU";
}

function ready(backend: Backend, name: string, why: (name: string) => string): DeviceFinding {
  return { backend, status: "ready", name, why: why(name) };
}

function inSoftware(backend: Backend, name: string): DeviceFinding {
  const api = backend === "webgpu" ? "WebGPU" : "WebGL";
  const why = `${api} runs in software here (${name}): slower than training on the processor directly.`;
  return { backend, status: "software", name, why };
}

function absent(backend: Backend, why: string): DeviceFinding {
  return { backend, status: "absent", name: "", why };
}
