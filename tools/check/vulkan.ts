// The Vulkan loader that Dawn needs for tests of WebGPU in Node; Chromium brings a driver, but keeps its loader to itself.
import { spawnSync } from "node:child_process";
import { installDebian } from "./debian.ts";

/** Gets the loader on Debian where it is absent; elsewhere the tests that need it say what is missing. */
export function provideVulkanLoader(): void {
  if (process.platform === "linux" && !hasLoader()) installDebian(["libvulkan1"]);
}

/** True also where the system has no list of its libraries to look in. */
function hasLoader(): boolean {
  const { status, stdout } = spawnSync("/sbin/ldconfig", ["-p"], { encoding: "utf8" });
  return status !== 0 || stdout.includes("libvulkan.so.1");
}
