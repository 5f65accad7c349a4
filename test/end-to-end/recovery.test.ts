import { setTimeout as pass } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { chooseEngine, expect, labLink, openLab, readRuns, test } from "./lab-test.ts";

/** Waits until the run that trains has done some epochs, and is not over. A GPU in software takes long to compile its first. */
async function reachEpoch(page: Page, epoch: number): Promise<void> {
  const status = page.getByText(/^Training run 1 of 1, epoch \d+ of/).first();
  await expect
    .poll(async () => Number(/epoch (\d+) of/.exec(await status.innerText())?.[1]), {
      intervals: [50],
      timeout: 90_000,
    })
    .toBeGreaterThanOrEqual(epoch);
}

test("a GPU process that crashes is noticed, and the run goes on from its last checkpoint", {
  tag: "@whole",
}, async ({ page, browser }) => {
  test.setTimeout(300_000);
  await openLab(page, labLink({ widths: [5], epochs: 30 }));
  await chooseEngine(page, "tfjs-webgpu");
  await page.getByRole("button", { name: /^Train 1 model/ }).click();
  await reachEpoch(page, 6);
  const cdp = await browser.newBrowserCDPSession();
  await cdp.send("Browser.crashGpuProcess").catch(() => {});
  await expect(
    page.getByText(/Went on after epoch \d+ on .*, because the GPU stopped answering\./),
  ).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(/^Trained 1 model in/).first()).toBeVisible({ timeout: 90_000 });
  expect(await readRuns(page)).toMatchObject([{ engine: "TensorFlow.js, webgpu" }]);
});

test("a tab that was frozen goes on where it stood, to the same numbers", { tag: "@whole" }, async ({
  page,
  browser,
}) => {
  await openLab(page, labLink({ widths: [200], epochs: 10_000 }));
  await page.getByRole("button", { name: /^Train 1 model/ }).click();
  await reachEpoch(page, 1);
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  for (const id of renderers) process.kill(id, "SIGSTOP");
  await pass(4_000); // a worker that is silent for so long hangs, but here nobody heard it
  for (const id of renderers) process.kill(id, "SIGCONT");
  await expect(page.getByText(/^Trained 1 model in/).first()).toBeVisible();
  await page.getByRole("button", { name: /^Train 1 model/ }).click();
  await expect.poll(async () => (await readRuns(page)).length).toBe(2);
  const [frozen, plain] = await readRuns(page);
  for (const column of ["train", "test", "random"]) expect(frozen?.[column]).toBe(plain?.[column]);
  await expect(page.getByText(/Went on after epoch/)).toHaveCount(0);
});

/** Whether a sweep in progress is written down with a place to go on from. */
async function hasCheckpoint(page: Page): Promise<boolean> {
  return await page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open("latent-lab");
        opening.onsuccess = () => {
          const rows = opening.result.transaction("sweeps").objectStore("sweeps").getAll();
          rows.onsuccess = () => {
            opening.result.close();
            resolve(rows.result.some(({ checkpoints }) => checkpoints.length > 0));
          };
        };
      }),
  );
}

test("a sweep whose tab was closed is offered again, and goes on from its last checkpoint", async ({
  page,
  context,
}) => {
  await openLab(page, labLink({ widths: [200], epochs: 10_000 }));
  await page.getByRole("button", { name: /^Train 1 model/ }).click();
  await expect.poll(() => hasCheckpoint(page), { intervals: [50] }).toBe(true);
  await page.close();

  const later = await context.newPage();
  await later.goto("/lab");
  await expect(later.getByRole("heading", { name: "A sweep was interrupted" })).toBeVisible();
  await expect(
    later.getByText(/No run was done yet; the next can go on after its epoch \d+\./),
  ).toBeVisible();
  await later.getByRole("button", { name: "Go on" }).click();
  await expect(later.getByText(/^Trained \d models? in/).first()).toBeVisible();
  await expect(
    later.getByText(/Went on after epoch \d+ on your processor, because it was stopped\./).first(),
  ).toBeVisible();
  await later.reload();
  await expect(later.getByRole("button", { name: /^Train \d+ model/ })).toBeEnabled();
  await expect(later.getByRole("heading", { name: "A sweep was interrupted" })).toHaveCount(0);
});

test("a sweep that is stopped by hand is not offered again", async ({ page }) => {
  await openLab(page, labLink({ widths: [200], epochs: 10_000 }));
  await page.getByRole("button", { name: /^Train 1 model/ }).click();
  await expect.poll(() => hasCheckpoint(page), { intervals: [50] }).toBe(true);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText(/^Stopped after 0 of 1 run/).first()).toBeVisible();
  await expect.poll(() => hasCheckpoint(page)).toBe(false);
});
