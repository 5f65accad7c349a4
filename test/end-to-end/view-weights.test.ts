import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, labLink, openLab, openView, test, trainAll } from "./lab-test.ts";
import { expectNoLongTask } from "./main-thread.ts";

const PHONE = { width: 360, height: 740 };
const LONG_RELU = [
  { kind: "linear", in: 64, out: 400 },
  { kind: "relu" },
  { kind: "linear", in: 400, out: 64 },
] as const;
const CONVOLUTIONS = [
  { kind: "conv2d", in: 1, out: 16, kernel: 3, padding: 1 },
  { kind: "relu" },
  { kind: "maxPool2d", kernel: 2 },
  { kind: "upsample2d", factor: 2 },
  { kind: "convTranspose2d", in: 16, out: 1, kernel: 3, padding: 1 },
] as const;

test("weights are read as pictures at every epoch, and the space of PCA is told from its axes", async ({
  page,
}) => {
  await openView(page, { link: labLink({ widths: [5], epochs: 600 }), view: "Weights" });
  const epoch = page.getByRole("slider", { name: "Epoch" });
  await expect(page.getByText("The replay ends in the same weights, to the last bit.")).toBeVisible();
  await expect(epoch).toHaveAttribute("aria-valuetext", "After 600 of 600 epochs");
  await epoch.press("Home");
  await expect(epoch).toHaveAttribute("aria-valuetext", /^Before training, loss 1\.\d{4}$/);

  const columns = page.getByRole("slider", { name: /^Decoder columns/ });
  const read = () => columns.getAttribute("aria-valuetext");
  await columns.press("ArrowRight");
  await expect(columns).toHaveAttribute(
    "aria-valuetext",
    /^Column 2: norm [\d.]+, most like component \d+ \(\|cosine\| 0\.\d\d\)$/,
  );
  await expect(page.getByRole("slider", { name: /^Encoder rows/ })).toHaveAttribute(
    "aria-valuetext",
    /^Row 2:/,
  );
  const before = await read();
  await epoch.press("End");
  expect(await read()).not.toBe(before);
  await columns.locator("canvas").hover({ position: { x: 100, y: 20 } });
  await expect(columns).toHaveAttribute("aria-valuetext", /^Column 3:/);

  await expect(
    page.getByText(
      /^Training turned the decoder's space from \d\d\.\d° to \d\d\.\d° on average: it is on its way/,
    ),
  ).toBeVisible();
  expect(await countReplays(page)).toBe(1);
  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  expect((await new AxeBuilder({ page }).include(".views").analyze()).violations).toEqual([]);
});

test("an image is followed through convolutions by touch, and every figure is saved", {
  tag: "@whole",
}, async ({ browser }) => {
  const page = await browser.newPage({ viewport: PHONE, hasTouch: true, reducedMotion: "reduce" });
  const model = { layers: [...CONVOLUTIONS], latentAfter: 2 };
  await openView(page, { link: labLink({ widths: [], epochs: 30, model }), view: "Weights" });
  await expect(page.getByText("The replay ends in the same weights, to the last bit.")).toBeVisible();
  const first = page.getByRole("slider", { name: "Layer 1", exact: true });
  await first.locator("canvas").tap({ position: { x: 60, y: 60 } });
  await expect(first).toHaveAttribute("aria-valuetext", /^Channel 9: from/);
  await page.getByRole("button", { name: "another 2" }).tap();
  await page.getByRole("button", { name: "7", exact: true }).tap();
  await expect(page.getByText(/^Image \d+ of the data, a 7$/)).toBeVisible();
  await page.getByRole("button", { name: "layer 5" }).tap();
  await expect(page.getByRole("slider", { name: "Kernels" })).toHaveAttribute(
    "aria-valuetext",
    /^Kernel 1, from channel 1 to channel 1: norm/,
  );

  const epoch = page.getByRole("slider", { name: "Epoch" });
  await page.getByRole("button", { name: "Play" }).tap();
  await page.getByRole("button", { name: "Pause" }).tap();
  await expect(epoch).toHaveAttribute("aria-valuetext", /^(Before|After ([369]|1[258]|2[147]) of 30)/);

  for (const [figure, kind] of [
    ["kernels", "csv"],
    ["kernels", "svg"],
    ["stages", "csv"],
    ["stages", "png"],
  ] as const) {
    const view = page.locator(".view", {
      has: page.getByRole("slider", { name: figure === "kernels" ? "Kernels" : "Layer 1", exact: true }),
    });
    const download = page.waitForEvent("download");
    await view.getByRole("button", { name: kind, exact: true }).tap();
    expect((await download).suggestedFilename()).toBe(`${figure}.${kind}`);
  }
  await page.close();
});

test("what takes long is trained again when it is asked for, can be stopped, and is kept for the next visit", {
  tag: "@whole",
}, async ({ page }) => {
  const model = { layers: [...LONG_RELU], latentAfter: 0 };
  const link = labLink({ widths: [], epochs: 150, model });
  await openView(page, { link, view: "Weights" });
  await page.getByRole("button", { name: "Show its epochs" }).click();
  await expect(
    page.getByText(/^Training it again from its seed, beside the page: epoch \d+ of 150/),
  ).toBeVisible();
  await page.getByRole("tabpanel").getByRole("button", { name: "Stop" }).click();
  await page.getByRole("button", { name: "Show its epochs" }).click();
  await expect(page.getByText("The replay ends in the same weights, to the last bit.")).toBeVisible();

  await expectNoLongTask(page, async () => {
    const epoch = page.getByRole("slider", { name: "Epoch" });
    await epoch.press("Home");
    for (let i = 0; i < 20; i++) await epoch.press("ArrowRight");
  });

  await page.reload();
  await openLab(page, link);
  await trainAll(page);
  await page.getByRole("tab", { name: "Weights" }).click();
  await expect(page.getByText("The replay ends in the same weights, to the last bit.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Show its epochs" })).toHaveCount(0);
});

/** How many runs' snapshots are kept on the device. */
async function countReplays(page: Page): Promise<number> {
  return await page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("latent-lab");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction("replays").objectStore("replays").count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}
