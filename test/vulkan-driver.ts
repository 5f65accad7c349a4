import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { findBrowser } from "../tools/check/browser.ts";

/**
 * The Vulkan driver for tests of WebGPU in Node, as VK_DRIVER_FILES has it: the one given there, else SwiftShader, which
 * Chrome and Chromium bring along. Undefined where Vulkan is not the way (macOS, Windows).
 */
export function findVulkanDriver(): string | undefined {
  const given = process.env.VK_DRIVER_FILES;
  if (process.platform !== "linux" || given) return given;
  const browser = findBrowser();
  // Debian's /usr/bin/chromium is a script; the program lies here.
  const folders = [...(browser === null ? [] : [dirname(realpathSync(browser))]), "/usr/lib/chromium"];
  const driver = folders.map((folder) => join(folder, "vk_swiftshader_icd.json")).find(existsSync);
  if (driver !== undefined) return driver;
  throw new Error(
    `WebGPU's tests need a Vulkan driver, and there is no vk_swiftshader_icd.json in ${folders.join(" or ")}: install Chromium, or name a driver in VK_DRIVER_FILES.`,
  );
}
