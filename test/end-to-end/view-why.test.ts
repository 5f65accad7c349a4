import AxeBuilder from "@axe-core/playwright";
import { expect, labLink, openView, test } from "./lab-test.ts";

test("a prediction is made by the keyboard, kept, answered with one's own numbers, taken along and forgotten", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const link = labLink({ widths: [80, 200] });
  await openView(page, { link, view: "Why?" });
  const card = page.getByRole("region", { name: /What do hidden units beyond 64 change/ });
  const show = card.getByRole("button", { name: "Show what happened" });
  await expect(show).toBeDisabled();
  await card.getByRole("radio").first().focus();
  await page.keyboard.press("Space");
  await card.getByRole("textbox", { name: "Why do you think so?" }).fill("64 is enough");

  await openView(page, { link, view: "Why?" });
  await expect(card.getByRole("radio").first()).toBeChecked();
  await expect(card.getByRole("textbox")).toHaveValue("64 is enough");
  await show.focus();
  await page.keyboard.press("Enter");
  await expect(card.getByText("It came out otherwise. Here is why.")).toBeVisible();
  await expect(card.getByText("test error 0.2255 with h = 80; test error 0.1126 with h = 200")).toBeVisible();
  await expect(card.getByRole("radio").first()).toBeDisabled();
  await card.getByRole("button", { name: "Copy for my answer" }).click();
  await expect(card.getByText("Copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/My prediction: Nothing[\s\S]+64 is enough[\s\S]+Measured: test error 0\.2255/);

  const relu = page.getByRole("region", { name: /pass through ReLU/ });
  await expect(relu.getByRole("link", { name: "Open it in the lab" })).toHaveAttribute("href", /relu/);

  expect((await new AxeBuilder({ page }).include(".views").analyze()).violations).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await card.getByRole("button", { name: "Forget this" }).click();
  await expect(card.getByRole("radio").first()).not.toBeChecked();
  await expect(card.getByRole("textbox")).toHaveValue("");
});

test("what was trained on this device before answers a question later", { tag: "@whole" }, async ({
  page,
}) => {
  await openView(page, { link: labLink({ widths: [20] }), view: "Why?" });
  const card = page.getByRole("region", { name: /pass through ReLU/ });
  await card.getByRole("radio").nth(1).check();
  await card.getByRole("link", { name: "Open it in the lab" }).click();
  await page.getByRole("button", { name: "Train 1 model" }).click();
  await expect(page.getByText(/^Trained 1 model in/).first()).toBeVisible();
  await page.getByRole("tab", { name: "Why?" }).click();
  await card.getByRole("button", { name: "Show what happened" }).click();
  await expect(card.getByText("It came out as you predicted.")).toBeVisible();
  await expect(card.getByText("test error 0.4850 without ReLU, 0.4955 with it")).toBeVisible();
});
