import { defineConfig } from "@playwright/test";
import { findBrowser } from "./tools/check/browser.ts";

/** End-to-end tests: the built lab with a workerd, a database and a demo course of its own, in a real browser. */
export default defineConfig({
  testDir: "test/end-to-end",
  globalSetup: "./test/end-to-end/global-setup.ts",
  outputDir: "node_modules/.cache/end-to-end",
  fullyParallel: true,
  workers: 2,
  // What takes long and few changes touch: the pipeline tries it too, and whoever sets CI.
  ...(process.env.CI === undefined && { grepInvert: /@whole/ }),
  forbidOnly: process.env.CI !== undefined,
  // What goes well waits for none of it. A busy machine takes a page for itself, or from it, for many seconds.
  timeout: 180_000,
  expect: { timeout: 45_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE === undefined ? "list" : [["dot"], ["json"]],
  use: {
    // Set by globalSetup, which has run when a test's process reads this.
    baseURL: process.env.LAB_URL,
    viewport: { width: 1280, height: 900 },
    // A trace of every test takes a fifth of the time; `npx playwright test FILE --trace on` keeps one of what one looks into.
    trace: "off",
    // A service worker fetches the whole lab on a first visit, which every test is; a short one took 8 s with it and 5 s without. The tests of being
    // offline and of a student's whole way allow it.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findBrowser() ?? undefined,
      // WebGPU runs in software, so that a test can choose it; nothing else looks for the network.
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--enable-unsafe-webgpu",
        "--use-webgpu-adapter=swiftshader",
      ],
    },
  },
});
