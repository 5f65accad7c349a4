import { createResource } from "solid-js";
import type { DeviceFinding } from "../engine/devices.ts";
import { listDevices } from "../engine/list-devices.ts";

/** What this machine can train on; null until it has been asked. */
export function createDevices(): () => readonly DeviceFinding[] | null {
  const [devices] = createResource(listDevices);
  return () => (devices.state === "ready" ? devices() : null);
}
