import { failure, type Result, success } from "../../shared/result.ts";
import { type DeviceFinding, isRealGpu } from "./devices.ts";
import { type NoPlan, PLACE_NAMES, type Place, type Plan, placeOf, simdPlan, tfjsPlan } from "./plan.ts";

/** Why each unfit place is not used, as the end of a sentence: `it computes wrongly: ...`. */
export type Unfit = ReadonlyMap<Place, string>;

/** What trains where the wanted place is unfit: a real GPU, our kernels or, slow as it is, plain JavaScript. */
export function chooseNext(
  wanted: Plan,
  devices: readonly DeviceFinding[],
  unfit: Unfit,
): Result<Plan, NoPlan> {
  const because = describeUnfit(placeOf(wanted), devices, unfit);
  const gpu = devices.find((device) => isRealGpu(device) && !unfit.has(device.backend));
  if (gpu !== undefined) {
    const where = nameOf(gpu.backend, devices);
    return success(tfjsPlan(gpu.backend, `${because} TensorFlow.js trains it on ${where}.`));
  }
  if (!unfit.has("kernels")) return success(simdPlan(because));
  if (!unfit.has("cpu")) {
    return success(tfjsPlan("cpu", `${because} TensorFlow.js trains it in plain JavaScript, slowly.`));
  }
  const reasons = Array.from(unfit.keys(), (place) => describeUnfit(place, devices, unfit)).join(" ");
  return failure({
    reason: "device",
    message: `Nothing is left to train on. ${reasons} Try another browser.`,
  });
}

function describeUnfit(place: Place, devices: readonly DeviceFinding[], unfit: Unfit): string {
  const name = nameOf(place, devices);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} is not used: ${unfit.get(place)}.`;
}

function nameOf(place: Place, devices: readonly DeviceFinding[]): string {
  const finding = devices.find(({ backend }) => backend === place);
  return finding === undefined || place === "cpu"
    ? PLACE_NAMES[place]
    : `${PLACE_NAMES[place]} (${finding.name})`;
}
