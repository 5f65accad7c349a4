import { expect, test } from "vitest";
import { countPlaywright, countVitest } from "../../tools/check/count.ts";
import { runTool } from "./run-tool.ts";

test("a test file that does not load counts as a failure", () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { status: "passed", assertionResults: [{}, {}] },
      { status: "failed", assertionResults: [{}, {}] },
      { status: "failed", assertionResults: [] },
    ],
  };
  expect(countVitest(report)).toEqual({ passed: 3, failed: 2 });
});

test("a flaky test and an error outside of tests count as failures", () => {
  const report = { stats: { expected: 20, unexpected: 1, flaky: 1 }, errors: [{ message: "no lab" }] };
  expect(countPlaywright(report)).toEqual({ passed: 20, failed: 3 });
});

test("without Firefox and WebKitGTK test:browsers fails, and says how to get them", async () => {
  const nowhere = { PATH: "", FIREFOX_PATH: "", WEBKIT_DRIVER_PATH: "", XVFB_PATH: "" };
  const { code, output } = await runTool("tools/browsers.mjs", { env: nowhere });
  expect(code).toBe(1);
  expect(output).toContain("apt-get install firefox-esr webkit2gtk-driver xvfb.");
});

test("a browser that does not exist is named, with those that do", async () => {
  const { code, output } = await runTool("tools/browsers.mjs", { args: ["opera"] });
  expect(code).toBe(1);
  expect(output).toContain("There is no browser opera: expected firefox or webkit.");
});

test("a part that does not exist is named, with those that do", async () => {
  const { code, output } = await runTool("tools/test.mjs", { args: ["everything"] });
  expect(code).toBe(1);
  expect(output).toContain("There is no step everything: expected format, types, unit, worker, build, e2e.");
});
