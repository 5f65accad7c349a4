import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./lab-test.ts";

test.use({ viewport: { width: 360, height: 740 }, expectedErrors: [/status of 40[149]/] });

test("an instructor makes a course by a link that carries the setup key, and owns it", async ({
  page,
  setupKey,
}) => {
  const name = `signals-${crypto.randomUUID().slice(0, 8)}`;
  await page.goto(`/new#${setupKey}`);
  await expect(page.getByText("The setup key came with your link.")).toBeVisible();
  expect(page.url()).not.toContain(setupKey);
  await page.getByRole("textbox", { name: "Title" }).fill("Signals");
  const short = page.getByRole("textbox", { name: "Short name" });
  await expect(short).toHaveValue("signals");
  await short.fill("demo");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("A course demo exists already");
  await expect(short).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Signals");
  await short.fill(name);
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { name: "Signals is ready" })).toBeFocused();
  await expect(page.getByText("You own it, and this browser is signed in.")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, "pixels that the page is too wide").toBe(0);
  const signIn = (await page.locator(".sign-in-link").innerText()).trim();
  await page.getByRole("link", { name: "Invite your staff" }).click();
  await expect(page.getByRole("combobox", { name: "Role of instructor" })).toHaveValue("owner");

  await page.context().clearCookies();
  await page.goto(signIn);
  await expect(page).toHaveURL(new RegExp(`/c/${name}/board$`));
});

test("a setup key that is wrong is told at its field, and nothing that was typed is lost", {
  tag: "@whole",
}, async ({ page }) => {
  await page.goto("/join");
  await page.getByRole("link", { name: "Make a course" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Signals, fall");
  await page.getByLabel("Setup key").fill("no such key");
  await page.getByRole("button", { name: "Make the course" }).click();
  await expect(page.getByRole("alert")).toContainText("This is not the setup key of this lab");
  await expect(page.getByLabel("Setup key")).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Short name" })).toHaveValue("signals-fall");
});
