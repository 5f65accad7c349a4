import type { Device, EngineName } from "../../../shared/api/runs.ts";
import type { Preference } from "../../engine/choose.ts";
import type { Backend, DeviceFinding } from "../../engine/devices.ts";

const DEVICES: Record<Device, string> = {
  processor: "your processor",
  webgpu: "your GPU (WebGPU)",
  webgl: "your GPU (WebGL)",
};
const ENGINES: Record<EngineName, string> = {
  simd: "SIMD kernels",
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

/** A choice that the reader has; one that cannot be had says why not. */
export type EngineOption = {
  readonly preference: Preference;
  readonly label: string;
  readonly available: boolean;
};

const BACKENDS: readonly (readonly [Preference, Backend, string])[] = [
  ["tfjs-webgpu", "webgpu", "WebGPU"],
  ["tfjs-webgl", "webgl", "WebGL"],
  ["tfjs-wasm", "wasm", "WebAssembly"],
  ["tfjs-cpu", "cpu", "plain JavaScript"],
];

/** What can be chosen; `devices` is null while the machine is still being asked. */
export function listEngineOptions(devices: readonly DeviceFinding[] | null): readonly EngineOption[] {
  const backends = BACKENDS.map(([preference, backend, name]) => {
    const finding = devices?.find((one) => one.backend === backend);
    return {
      preference,
      label: `TensorFlow.js on ${name}${remark(finding)}`,
      available: finding?.status !== "absent",
    };
  });
  return [
    { preference: "auto", label: "Automatic", available: true },
    { preference: "moments", label: "Moments (exact, linear models)", available: true },
    { preference: "simd", label: "SIMD kernels (any model, the same everywhere)", available: true },
    { preference: "tfjs", label: "TensorFlow.js on the best device", available: true },
    ...backends,
  ];
}

function remark(finding: DeviceFinding | undefined): string {
  if (finding === undefined) return "";
  if (finding.status === "absent") return " (not here)";
  if (finding.status === "software") return " (in software, slow)";
  return finding.name === "processor" ? "" : ` (${finding.name})`;
}
