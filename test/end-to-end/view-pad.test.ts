import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, labLink, openView, test } from "./lab-test.ts";
import { expectNoLongTask } from "./main-thread.ts";

const PHONE = { width: 360, height: 740 };

test("a digit is drawn by mouse, finger and keyboard, and scored as it is drawn", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openView(page, { link: labLink({ widths: [20] }), view: "Pad" });
  const pad = page.getByRole("application", { name: "Pad" });
  const error = page.locator(".pad-error");
  const standing = page.getByText(/^Its error is (larger|smaller) than that of .+ of the 899 test images\.$/);
  await expect(standing).toBeVisible();
  const empty = await error.innerText();

  await drawByMouse(page, pad);
  await expect(page.getByText("Your drawing")).toBeVisible();
  await expect(error).not.toHaveText(empty);
  const byMouse = await error.innerText();
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(error).toHaveText(empty);

  await page.setViewportSize(PHONE);
  await drawByFinger(page, pad);
  await expect(error).toHaveText(byMouse);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  expect((await new AxeBuilder({ page }).include(".view").analyze()).violations).toEqual([]);

  await pad.focus();
  await page.keyboard.press("Delete");
  await expect(error).toHaveText(empty);
  await page.keyboard.press("ArrowDown");
  const heard = page.locator(".view [role=status]");
  await expect(heard).toHaveText(/^Row 3, column 5: 0 of 16\. Error/);
  for (const key of ["Space", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  await expect(heard).toHaveText(/^Row 3, column 6: 6 of 16\. Error/);
  await page.keyboard.press("e");
  await page.keyboard.press("ArrowLeft");
  await expect(heard).toHaveText(/^Row 3, column 5: 0 of 16\. Error/);
});

test("an image of the data is turned and disturbed, and random data say why they fare as they do", {
  tag: "@whole",
}, async ({ page }) => {
  await openView(page, { link: labLink({ widths: [20] }), view: "Pad" });
  const error = page.locator(".pad-error");
  await page.getByRole("button", { name: "Take a 5 from the data" }).click();
  await expect(page.getByText(/^Image \d+ of the data, a 5/)).toBeVisible();
  const straight = await error.innerText();
  await page.getByRole("slider", { name: "Rotation" }).fill("30");
  await expect(error).not.toHaveText(straight);
  await page.getByRole("slider", { name: "Rotation" }).fill("0");
  await expect(error).toHaveText(straight);
  await page.getByRole("slider", { name: "Noise" }).fill("4");
  await expect(error).not.toHaveText(straight);
  const seed0 = await error.innerText();
  await page.getByRole("button", { name: "other noise (seed 0)" }).click();
  await expect(error).not.toHaveText(seed0);

  await page.getByRole("button", { name: "random data", exact: true }).click();
  await expect(page.getByText(/^Random data, row 1 of 50/)).toBeVisible();
  await expect(page.getByText(/a projection keeps 20 of 64 directions/)).toBeVisible();
  await expect(page.getByRole("slider", { name: "Noise" })).toBeDisabled();

  for (const kind of ["csv", "svg", "png"]) {
    const download = page.waitForEvent("download");
    await page.locator(".view").getByRole("button", { name: kind, exact: true }).click();
    expect((await download).suggestedFilename()).toBe(`drawn-digit.${kind}`);
  }
});

test("drawing on the widest convolution with a ReLU leaves the page free", { tag: "@whole" }, async ({
  page,
}) => {
  const layers = [
    { kind: "conv2d", in: 1, out: 800, kernel: 3, padding: 1 },
    { kind: "relu" },
    { kind: "conv2d", in: 800, out: 1, kernel: 3, padding: 1 },
  ] as const;
  const dataset = {
    id: "digits",
    scaling: "standardize",
    split: { kind: "random", testFraction: 0.99, seed: 0 },
  } as const;
  const model = { layers: [...layers], latentAfter: 1 };
  const link = labLink({ widths: [800], epochs: 1, dataset, model });
  await openView(page, { link, view: "Pad" });
  const error = page.locator(".pad-error");
  await expect(error).toBeVisible();
  const empty = await error.innerText();
  const pad = page.getByRole("application", { name: "Pad" });
  await expectNoLongTask(page, async () => {
    await pad.press("Delete");
    await expect(error).toHaveText(empty);
    await drawByMouse(page, pad);
    await expect(error).not.toHaveText(empty);
  });
});

/** A stroke across the pad, from corner to corner of its middle. */
const STROKE = [0.3, 0.4, 0.5, 0.6, 0.7];

async function drawByMouse(page: Page, pad: Locator): Promise<void> {
  const points = await placesOn(pad);
  for (const [i, { x, y }] of points.entries()) {
    await page.mouse.move(x, y);
    if (i === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

async function drawByFinger(page: Page, pad: Locator): Promise<void> {
  const points = await placesOn(pad);
  const cdp = await page.context().newCDPSession(page);
  for (const [i, point] of points.entries()) {
    const type = i === 0 ? "touchStart" : "touchMove";
    await cdp.send("Input.dispatchTouchEvent", { type, touchPoints: [point] });
  }
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

async function placesOn(pad: Locator): Promise<readonly { readonly x: number; readonly y: number }[]> {
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error("the pad is not on the page");
  return STROKE.map((share) => ({ x: box.x + share * box.width, y: box.y + share * box.height }));
}
