import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, labLink, openView, test } from "./lab-test.ts";
import { expectNoLongTask } from "./main-thread.ts";

/** What a canvas shows, to tell one picture from another. */
const pictureOf = (canvas: Locator) =>
  canvas.evaluate((element) => (element instanceof HTMLCanvasElement ? element.toDataURL() : ""));

/** The map, and where its left upper corner stands on the screen. */
async function openMap(page: Page) {
  const map = page.getByRole("application", { name: "Map of the codes of all images" });
  await expect(map).toBeVisible();
  await map.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const box = await map.boundingBox();
  if (box === null) throw new Error("the map has no place on the screen");
  const at = (across: number, down: number) =>
    [box.x + across * box.width, box.y + down * box.height] as const;
  return { map, at };
}

test("codes are read, circled, dragged and joined on the map of the latent space", async ({ page }) => {
  await openView(page, { link: labLink({ widths: [20] }), view: "Latent space" });
  const view = page.getByRole("region", { name: "Where does it put each digit?" });
  const { map, at } = await openMap(page);

  await map.focus();
  await page.keyboard.press("ArrowRight");
  const read = view.getByText(/^A \d, (train|test), place \d+: at/);
  const first = await read.innerText();
  await page.keyboard.press("ArrowRight");
  await expect(read).not.toHaveText(first);
  await expect(view.getByRole("img", { name: /^Reconstruction of image/ })).toBeVisible();

  await view.getByRole("button", { name: "lasso" }).click();
  await page.mouse.move(...at(0.3, 0.3));
  await page.mouse.down();
  for (const corner of [at(0.7, 0.3), at(0.7, 0.7), at(0.3, 0.7)])
    await page.mouse.move(...corner, { steps: 3 });
  await page.mouse.up();
  await expect(view.getByText(/^\d+ images inside: /)).toBeVisible();
  await view.getByRole("button", { name: "Clear" }).click();
  await view.getByRole("button", { name: "7", exact: true }).click();
  await view.getByRole("button", { name: "Take every 7" }).click();
  await expect(view.getByText("179 images inside: 179 × 7.")).toBeVisible();
  await map.focus();
  await page.keyboard.press("ArrowUp");
  await expect(view.getByText(/^\d+ images? inside: \d+ × 7\.|^Draw around/)).toBeVisible();

  await view.getByRole("button", { name: "decode" }).click();
  const decoded = view.getByRole("img", { name: "The code under the cross, decoded" });
  const resting = await pictureOf(decoded);
  await page.mouse.move(...at(0.5, 0.5));
  await page.mouse.down();
  await page.mouse.move(...at(0.2, 0.4), { steps: 5 });
  const dragged = await pictureOf(decoded);
  expect(dragged).not.toBe(resting);
  await page.mouse.up();
  await map.focus();
  await page.keyboard.press("Shift+ArrowDown");
  expect(await pictureOf(decoded)).not.toBe(dragged);

  const path = page.getByRole("region", { name: "What lies between two images?" });
  const here = path.getByRole("img", { name: /^The code \d+ % of the way, decoded/ });
  const middle = await pictureOf(here);
  await path.getByRole("slider", { name: "Place on the path" }).press("End");
  expect(await pictureOf(here)).not.toBe(middle);
  await expect(path.getByText(/^This decoder is affine/)).toBeVisible();

  await view.getByText("Table", { exact: true }).click();
  await expect(view.getByRole("table", { name: "Where each digit lies" }).getByRole("row")).toHaveCount(2);
  expect((await new AxeBuilder({ page }).include(".views").analyze()).violations).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 }, colorScheme: "dark" });

  test("a finger draws a lasso and drags a code without holding the page up", { tag: "@whole" }, async ({
    page,
  }) => {
    await openView(page, { link: labLink({ widths: [20] }), view: "Latent space" });
    const view = page.getByRole("region", { name: "Where does it put each digit?" });
    const cdp = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", point?: readonly [number, number]) =>
      cdp.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: point === undefined ? [] : [{ x: point[0], y: point[1] }],
      });
    await expectNoLongTask(page, async () => {
      await view.getByRole("button", { name: "lasso" }).click();
      for (const shown of ["train", "all images", "4", "all digits"])
        await view.getByRole("button", { name: shown, exact: true }).click();
      // Read after the clicks: each may scroll the page to its button.
      const { at } = await openMap(page);
      await touch("touchStart", at(0.3, 0.3));
      for (const corner of [at(0.7, 0.3), at(0.7, 0.7), at(0.3, 0.7)]) await touch("touchMove", corner);
      await touch("touchEnd");
      await expect(view.getByText(/^\d+ images inside: /)).toBeVisible();
      await view.getByRole("button", { name: "decode" }).click();
      const { at: now } = await openMap(page);
      await touch("touchStart", now(0.5, 0.5));
      for (let step = 0; step < 30; step++) await touch("touchMove", now(0.5 - step / 100, 0.5));
      await touch("touchEnd");
    });
    await expect(view.getByText(/nearest is a \d\.$/)).toBeVisible();
  });
});
