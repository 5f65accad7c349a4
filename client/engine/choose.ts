import { failure, type Result, success } from "../../shared/result.ts";
import { trainingMacs } from "../../shared/spec/cost.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { momentsObstacle } from "../../shared/training/moments.ts";
import { chooseNext, type Unfit } from "./choose-next.ts";
import { type Backend, type DeviceFinding, isRealGpu } from "./devices.ts";
import { MOMENTS, type NoPlan, PLACE_NAMES, type Plan, placeOf, simdPlan, tfjsPlan } from "./plan.ts";

/** What a reader may ask for: an engine, and for TensorFlow.js the backend. */
export const PREFERENCES = [
  "auto",
  "moments",
  "simd",
  "tfjs",
  "tfjs-webgpu",
  "tfjs-webgl",
  "tfjs-cpu",
] as const;
export type Preference = (typeof PREFERENCES)[number];

/** Whether the choice depends on the machine; where it does not, nobody need look for GPUs. */
export function needsDevices(spec: ExperimentSpec, preference: Preference): boolean {
  return preference.startsWith("tfjs") || (preference === "auto" && isWorthAGpu(spec));
}

/** Below this the processor is done before a GPU, step by step, would be; above, a real GPU is worth waking. */
const GPU_MACS = 30_000_000_000; // some 3 s on one core

function isWorthAGpu(spec: ExperimentSpec): boolean {
  return momentsObstacle(spec) !== null && trainingMacs(spec) > GPU_MACS;
}

/**
 * Exact moments where they can train the spec; else the kernels on the processor, unless the work is large and there is a
 * real GPU for TensorFlow.js. A GPU in software is never chosen, only taken when asked for by name. Where what is wanted is
 * unfit, the next device.
 */
export function choose({
  spec,
  preference,
  devices,
  unfit = new Map(),
}: {
  spec: ExperimentSpec;
  preference: Preference;
  devices: readonly DeviceFinding[];
  unfit?: Unfit;
}): Result<Plan, NoPlan> {
  const wanted = chooseWanted({ spec, preference, devices });
  return wanted.ok && unfit.has(placeOf(wanted.value)) ? chooseNext(wanted.value, devices, unfit) : wanted;
}

function chooseWanted({
  spec,
  preference,
  devices,
}: {
  spec: ExperimentSpec;
  preference: Preference;
  devices: readonly DeviceFinding[];
}): Result<Plan, NoPlan> {
  const obstacle = momentsObstacle(spec);
  switch (preference) {
    case "auto":
      if (obstacle === null) return success(MOMENTS);
      return isWorthAGpu(spec) && devices.some(isRealGpu)
        ? chooseTfjs(devices, "This is a lot of work.")
        : success(simdPlan(`Exact moments cannot train this model (${obstacle}).`));
    case "moments":
      return obstacle === null
        ? success(MOMENTS)
        : failure({
            reason: "unsupported",
            message: `The moments engine cannot train this model: ${obstacle}. Choose automatic or SIMD.`,
          });
    case "simd":
      return success(simdPlan("You asked for it."));
    case "tfjs":
      return chooseTfjs(devices, "You asked for TensorFlow.js.");
    case "tfjs-webgpu":
      return takeBackend("webgpu", devices);
    case "tfjs-webgl":
      return takeBackend("webgl", devices);
    case "tfjs-cpu":
      return takeBackend("cpu", devices);
    default:
      return preference satisfies never;
  }
}

function chooseTfjs(devices: readonly DeviceFinding[], because: string): Result<Plan, NoPlan> {
  const best = devices.find(({ status }) => status === "ready");
  if (best === undefined) {
    return failure({
      reason: "device",
      message: "TensorFlow.js found no device to train on in this browser. Update it, or try another one.",
    });
  }
  return success(tfjsPlan(best.backend, `${because} TensorFlow.js trains it ${words(best, devices)}.`));
}

function words({ backend, name }: DeviceFinding, devices: readonly DeviceFinding[]): string {
  if (backend === "webgpu") return `on your GPU through WebGPU (${name})`;
  const webgpu = devices.find((finding) => finding.backend === "webgpu");
  if (backend === "webgl") return `on your GPU through WebGL (${name}), as there is no WebGPU for it`;
  const why =
    webgpu?.status === "software"
      ? `the only GPU here is software (${webgpu.name})`
      : "there is no GPU that it can use";
  return `on the processor in plain JavaScript, as ${why}`;
}

function takeBackend(backend: Backend, devices: readonly DeviceFinding[]): Result<Plan, NoPlan> {
  const finding = devices.find((device) => device.backend === backend);
  if (finding === undefined || finding.status === "absent") {
    const why = finding?.why ?? "It is not there.";
    return failure({
      reason: "device",
      message: `${PLACE_NAMES[backend]} cannot train here: ${why} Choose automatic.`,
    });
  }
  const warning = finding.status === "software" ? ` ${finding.why}` : "";
  return success(
    tfjsPlan(backend, `You asked for TensorFlow.js on ${PLACE_NAMES[backend]} (${finding.name}).${warning}`),
  );
}
