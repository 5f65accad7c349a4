import type { Page } from "@playwright/test";
import { buildRunAgainLink } from "../../client/state/lab-link.ts";
import { paths } from "../../shared/api/paths.ts";
import { RunView } from "../../shared/api/runs.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { readReference, worstRelative } from "../shared/reference.ts";
import { chooseEngine, expect, joinDemo, labLink, openLab, readRuns, test, trainAll } from "./lab-test.ts";

/** A few steps each: every layer kind, and problem 1 and 2 on all their images. */
const STEPS = { "tiny-mixed": 4, "mlp-5": 2, "cae-1": 2 };

for (const [backend, device, tolerance] of [
  ["WebGPU", "webgpu", 1e-4],
  ["WebGL", "webgl", 1e-2],
] as const) {
  test(`${backend} in Chromium gives PyTorch's losses`, { tag: "@whole" }, async ({ page, demo }) => {
    test.slow();
    await joinDemo(page, demo);
    for (const [name, epochs] of Object.entries(STEPS)) {
      await test.step(name, async () => {
        const { spec, trainLoss } = readReference(name);
        const run = await trainOn(page, device, { ...spec, epochs });
        expect(run).toMatchObject({ engine: "tfjs", device });
        expect(worstRelative(run.history.trainLoss, trainLoss.slice(0, epochs))).toBeLessThan(tolerance);
      });
    }
  });
}

test("seeds that train together on WebGPU in Chromium have the numbers that they have on the processor", {
  tag: "@whole",
}, async ({ page }) => {
  test.slow();
  await openLab(page, labLink({ widths: [5], seeds: [0, 1, 2], epochs: 3 }));
  await trainAll(page);
  await chooseEngine(page, "tfjs-webgpu");
  await trainAll(page);
  const rows = await readRuns(page);
  const tests = (engine: string) =>
    rows.filter((row) => row.engine?.startsWith(engine)).map((row) => row.test);
  expect(tests("TensorFlow.js")).toHaveLength(3);
  expect(tests("TensorFlow.js").sort()).toEqual(tests("Moments").sort());
});

async function trainOn(page: Page, device: "webgpu" | "webgl", spec: ExperimentSpec): Promise<RunView> {
  await page.goto("about:blank"); // a new hash alone would not load the page anew
  await openLab(page, buildRunAgainLink(spec));
  await chooseEngine(page, `tfjs-${device}`);
  await trainAll(page);
  const link = page.getByRole("link", { name: "scored" });
  await expect(link).toBeVisible();
  const token = (await link.getAttribute("href"))?.split("/").at(-1) ?? "";
  return RunView.parse(await (await page.request.get(paths.runLink(token))).json());
}
