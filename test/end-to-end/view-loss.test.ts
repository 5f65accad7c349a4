import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { readReference } from "../shared/reference.ts";
import { expect, labLink, openView, test } from "./lab-test.ts";

/** What a plot says at the place that a key moves to. */
async function readAt(page: Page, question: RegExp, key: string): Promise<string> {
  const plot = page.getByRole("slider", { name: question });
  await plot.focus();
  await page.keyboard.press(key);
  return (await plot.getAttribute("aria-valuetext")) ?? "";
}

test("a run's losses, its slope and theory are read by the keyboard, and are PyTorch's and NumPy's numbers", async ({
  page,
}) => {
  const { metrics, trainLoss } = readReference("mlp-5");
  await openView(page, { link: labLink({ widths: [5], seeds: [0, 1] }), view: "Loss" });
  await expect(page.getByText(/^The test error and the slope are measured on snapshots/)).toBeVisible();
  const loss = /^How does the loss of this model fall/;
  const [first, last] = [trainLoss[0] ?? 0, metrics];
  expect(await readAt(page, loss, "Home")).toMatch(
    new RegExp(`^at epoch 0: train ${first.toFixed(4)}, test 1\\.\\d{4}, PCA floor, train 0\\.\\d{4}`),
  );
  expect(await readAt(page, loss, "End")).toMatch(
    new RegExp(`^at epoch 50: train ${last.trainMse.toFixed(4)}, test ${last.testMse.toFixed(4)}`),
  );
  // PyTorch's gradient at its first and last weights, see measure-weights.test.ts
  const slope = /^How steep is the loss/;
  expect(await readAt(page, slope, "Home")).toBe("at epoch 0: gradient 0.918");
  expect(await readAt(page, slope, "End")).toBe("at epoch 50: gradient 0.306");
  await expect(page.getByText(/band = mean ± one standard deviation over up to 2 seeds/)).not.toHaveCount(0);
  expect(await readAt(page, /^How much of noise/, "End")).toBe("at h = 64: projection 0.0000");
  await expect(page.getByText(/differ in 61 directions, not 64: 3 pixels never change/)).toBeVisible();

  expect((await new AxeBuilder({ page }).include(".views").analyze()).violations).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});

test("a model with an activation and small batches is measured on the kernels", { tag: "@whole" }, async ({
  page,
}) => {
  const layers = [
    { kind: "linear", in: 64, out: 20 },
    { kind: "relu" },
    { kind: "dropout", p: 0.1 },
    { kind: "linear", in: 20, out: 64 },
  ] as const;
  const model = { layers: [...layers], latentAfter: 1 };
  const link = labLink({ widths: [], model, batchSize: 100, epochs: 5 });
  await openView(page, { link, view: "Loss" });
  await expect(page.getByText(/^The test error and the slope are measured on snapshots/)).toBeVisible();
  const said = await readAt(page, /^How does the loss of this model fall/, "End");
  const [, trained, tested] = /train, scored (\d\.\d+), test (\d\.\d+)/.exec(said) ?? [];
  expect(Number(tested) / Number(trained)).toBeCloseTo(1, 1);
  await expect(page.getByText(/With no unit dropped\./)).toBeVisible();
});

test("the test errors of the models beside it are measured when they are asked for", {
  tag: "@whole",
}, async ({ page }) => {
  await openView(page, { link: labLink({ widths: [5, 20], seeds: [0, 1] }), view: "Loss" });
  const sides = page.getByRole("group", { name: "Loss on which images" });
  await sides.getByRole("button", { name: "test" }).click();
  await page.getByRole("button", { name: "Measure the test errors" }).click();
  const beside = /^How does the loss of the models beside it fall/;
  await expect
    .poll(() => readAt(page, beside, "End"))
    .toMatch(/^at epoch 50: h = 5 0\.8\d+, h = 20 0\.4\d+$/);
  await page.getByRole("tab", { name: "Reconstructions" }).click();
  await page.getByRole("tab", { name: "Loss" }).click();
  await sides.getByRole("button", { name: "test" }).click();
  expect(await readAt(page, beside, "Home")).toMatch(/^at epoch 0: h = 5 1\.\d+, h = 20 1\.\d+$/);
});
