import { PREFERENCES, type Preference } from "../../engine/choose.ts";
import type { Backend, DeviceFinding } from "../../engine/devices.ts";

/** A choice that the reader has; one that cannot be had says why not. */
export type EngineOption = {
  readonly preference: Preference;
  readonly label: string;
  readonly available: boolean;
};

/** What each preference is called, and the TensorFlow.js backend that it needs. */
const NAMES: ReadonlyMap<string, { readonly label: string; readonly backend?: Backend }> = new Map([
  ["auto", { label: "Automatic" }],
  ["moments", { label: "Moments (exact, linear models)" }],
  ["simd", { label: "SIMD (any model, on the processor)" }],
  ["tfjs", { label: "TensorFlow.js on the best device" }],
  ["tfjs-webgpu", { label: "TensorFlow.js on WebGPU", backend: "webgpu" }],
  ["tfjs-webgl", { label: "TensorFlow.js on WebGL", backend: "webgl" }],
  ["tfjs-cpu", { label: "TensorFlow.js on plain JavaScript", backend: "cpu" }],
]);

/** What can be chosen; `devices` is null while the machine is still being asked. */
export function listEngineOptions(devices: readonly DeviceFinding[] | null): readonly EngineOption[] {
  return PREFERENCES.map((preference) => {
    const { label, backend } = NAMES.get(preference) ?? { label: preference };
    const finding = devices?.find((one) => one.backend === backend);
    return { preference, label: `${label}${remark(finding)}`, available: finding?.status !== "absent" };
  });
}

function remark(finding: DeviceFinding | undefined): string {
  if (finding === undefined) return "";
  if (finding.status === "absent") return " (not here)";
  if (finding.status === "software") return " (in software, slow)";
  return finding.name === "processor" ? "" : ` (${finding.name})`;
}
