import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { readReference } from "../shared/reference.ts";
import { expect, labLink, openView, test } from "./lab-test.ts";
import { expectNoLongTask } from "./main-thread.ts";

const PHONE = { width: 360, height: 740 };
const { spec: plain } = readReference("anomaly-40");
const { spec: regularised } = readReference("anomaly-40-regularised");

const slider = (page: Page) => page.getByRole("slider", { name: /^Threshold/ });
const modelOf = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("a model of one digit tells it from the others, by a threshold that mouse, finger and keys move", async ({
  page,
}) => {
  await openView(page, { link: labLink({ ...plain, widths: [40, 5] }), view: "Anomalies" });
  // PyTorch's model, by scikit-learn: the numbers of test/shared/metrics/separation.test.ts.
  const run = modelOf(page, "h = 40");
  await expect(run).toContainText("0.995 AUROC");
  await expect(run).toContainText("It tells them apart");
  await expect(run).toContainText("95 % interval 0.991 to 0.998");
  await expect(page.getByRole("row", { name: /^h = 40/ })).toContainText("0.870");
  await expect(page.getByRole("row", { name: /^PCA, 40 components/ })).toContainText("0.998");
  await expect(page.getByRole("row", { name: /^the mean image/ })).toContainText("0.962");
  await expect(modelOf(page, "h = 5")).toContainText("AUROC");
  // 1 of 177 above: tpr[fpr <= 0.01].max() of 1,620 others.
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /: 1 of 177 .* 1,410 of 1,620/);

  await slider(page).focus();
  await page.keyboard.press("Home");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^0: 177 of 177 .* 1,620 of 1,620/);
  await expect(page.getByRole("img", { name: /^False alarms: 177/ })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(slider(page)).not.toHaveAttribute("aria-valuenow", "0");

  const [from, to] = await endsOf(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /: 0 of 177 /);
  await expect(page.getByRole("img", { name: "False alarms: 0: none" })).toBeVisible();

  await page.setViewportSize(PHONE);
  await dragByFinger(page);
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^0: 177 of 177 /);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  expect((await new AxeBuilder({ page }).include(".views").analyze()).violations).toEqual([]);

  await page.getByRole("button", { name: "7", exact: true }).click();
  await expect(page.getByText("It was not trained on the 7, but on the 2 alone.")).toBeVisible();
  await expect(page.getByRole("heading", { name: /tell a 7 from other digits/ })).toBeVisible();
});

test("the much copied remedy separates nothing, and the page says why", { tag: "@whole" }, async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openView(page, { link: labLink({ ...regularised, widths: [40] }), view: "Anomalies" });
  const run = modelOf(page, "h = 40");
  await expect(run).toContainText("0.494 AUROC");
  await expect(run).toContainText("It separates nothing");
  await expect(run).toContainText("Every image comes out as the same picture");
  await expect(modelOf(page, "h = 40, untrained")).toContainText("0.477 AUROC");
  await page.getByRole("combobox", { name: "Beside it" }).selectOption("nothing");
  await expect(modelOf(page, "h = 40, untrained")).toHaveCount(0);
  expect((await new AxeBuilder({ page }).include(".views").analyze()).violations).toEqual([]);
  for (const kind of ["csv", "svg", "png"]) {
    const download = page.waitForEvent("download");
    await page.locator(".view").first().getByRole("button", { name: kind, exact: true }).click();
    expect((await download).suggestedFilename()).toBe(`anomaly-bench.${kind}`);
  }
});

test("dragging the threshold of all 1,797 images leaves the page free", { tag: "@whole" }, async ({
  page,
}) => {
  await openView(page, { link: labLink({ ...plain, widths: [40, 5] }), view: "Anomalies" });
  await expect(modelOf(page, "h = 40")).toContainText("95 % interval");
  const [from, to] = await endsOf(page);
  await expectNoLongTask(page, async () => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 60 });
    await page.mouse.up();
  });
});

/** Places on the panel at both ends of its axis. */
async function endsOf(page: Page) {
  await slider(page).scrollIntoViewIfNeeded();
  const box = await slider(page).boundingBox();
  if (box === null) throw new Error("the panel is not on the page");
  const y = box.y + box.height / 3;
  return [
    { x: box.x + 4, y },
    { x: box.x + box.width - 4, y },
  ] as const;
}

async function dragByFinger(page: Page): Promise<void> {
  const [left, right] = await endsOf(page);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [right] });
  for (const share of [0.7, 0.4, 0]) {
    const x = left.x + share * (right.x - left.x);
    await cdp.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x, y: left.y }] });
  }
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}
