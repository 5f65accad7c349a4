import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { OTHER_BROWSERS } from "../../tools/check/other-browsers.ts";
import type { Options } from "./lab-test.ts";

/** The lab end to end in browsers that Playwright does not drive, on a workerd, database and demo course of its own. */
// biome-ignore lint/style/noDefaultExport: Playwright reads the default export
export default defineConfig<Options>({
  testDir: ".",
  globalSetup: "../end-to-end/global-setup.ts",
  outputDir: fileURLToPath(new URL("../../node_modules/.cache/browsers", import.meta.url)),
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  timeout: 90_000,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE === undefined ? "list" : [["list"], ["json"]],
  projects: OTHER_BROWSERS.map((name) => ({ name, use: { browserUnderTest: name } })),
  // Set by globalSetup, which has run when a test's process reads this.
  use: { baseURL: process.env.LAB_URL },
});
