import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, labLink, openView, test } from "./lab-test.ts";
import { expectNoLongTask } from "./main-thread.ts";

const PHONE = { width: 360, height: 740 };
const dataset = {
  id: "digits",
  scaling: "standardize",
  split: { kind: "oneDigit", digit: 2 },
} as const;
const link = labLink({ widths: [8], epochs: 3, dataset });

test("a search draws its runs as they come, ranges are set by hand and by keys, and lines are read", async ({
  page,
}) => {
  await openView(page, { link, view: "Search" });
  await search(page, 12);
  const view = page.locator(".view");
  await expect(view.getByText("What the search found")).toBeVisible();
  await expect(view.getByText(/^(Best: |Nothing that was tried)/)).toBeVisible();

  const reader = view.getByRole("slider", { name: /^Runs, the best first/ });
  await expect(reader).toHaveAttribute("aria-valuemax", "11");
  await reader.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await expect(reader).toHaveAttribute("aria-valuenow", "1");
  await expect(view.locator(".search-read")).not.toContainText("best");

  const lower = view.getByRole("slider", { name: "L2, lower end" });
  await lower.focus();
  await page.keyboard.press("ArrowUp");
  await expect(lower).toHaveAttribute("aria-valuetext", "from 0.0001");
  await expect(reader).not.toHaveAttribute("aria-valuemax", "11");
  await view.getByRole("button", { name: "Show all" }).click();
  await expect(reader).toHaveAttribute("aria-valuemax", "11");
  await dragAlong(page, "dropout");
  await expect(reader).not.toHaveAttribute("aria-valuemax", "11");

  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  await view.getByText("Table", { exact: true }).click();
  await expect(view.getByRole("row")).toHaveCount(13);
  await expect(view.getByRole("row").nth(1)).toContainText("★ best");
  expect((await new AxeBuilder({ page }).include(".view").analyze()).violations).toEqual([]);
});

test("the winner is checked with other seeds, a run goes to the lab, and what was found outlasts another view", {
  tag: "@whole",
}, async ({ page }) => {
  await openView(page, { link, view: "Search" });
  const view = page.locator(".view");
  await expectNoLongTask(page, () => search(page, 24));
  await view.getByRole("button", { name: "Check the winner with 5 other seeds" }).click();
  await expect(view.getByText(/^The winner .+ over 5 other seeds/)).toBeVisible();

  for (const kind of ["csv", "svg", "png"]) {
    const download = page.waitForEvent("download");
    await view.getByRole("button", { name: kind, exact: true }).click();
    expect((await download).suggestedFilename()).toBe(`search.${kind}`);
  }
  await page.getByRole("tab", { name: "Pad" }).click();
  await page.getByRole("tab", { name: "Search" }).click();
  const reader = view.getByRole("slider", { name: /^Runs, the best first/ });
  await expect(reader).toHaveAttribute("aria-valuemax", "23");
  const best = (await view.locator(".search-read").innerText()).match(/hidden size (\d+)/)?.[1] ?? "";
  await view.getByRole("link", { name: "Train this in the lab" }).click();
  await expect(
    page
      .getByRole("button", { name: `Remove ${best}` })
      .or(page.locator(".chip", { hasText: best }))
      .first(),
  ).toBeVisible();
});

async function search(page: Page, runs: number): Promise<void> {
  const view = page.locator(".view");
  await view.getByRole("combobox", { name: "Runs" }).selectOption(String(runs));
  await view.getByRole("button", { name: `Search ${runs} runs` }).click();
  await expect(view.getByText(`Trained ${runs} models`).first()).toBeVisible();
}

/** Drags a range out along the upper part of an axis. */
async function dragAlong(page: Page, axis: string): Promise<void> {
  const strip = page
    .locator(".parallel-axis")
    .filter({ has: page.getByRole("slider", { name: `${axis}, lower end` }) });
  await strip.scrollIntoViewIfNeeded();
  const box = await strip.boundingBox();
  if (box === null) throw new Error(`the axis of ${axis} is not on the page`);
  const x = box.x + box.width / 2;
  await page.mouse.move(x, box.y + box.height * 0.7);
  await page.mouse.down();
  await page.mouse.move(x, box.y + box.height * 0.3);
  await page.mouse.up();
}
