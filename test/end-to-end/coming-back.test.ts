import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, joinDemo, openClassPage, test } from "./lab-test.ts";

// Who is signed out asks once more, and is told that it is no member.
test.use({ expectedErrors: [/status of 40[14]/] });

const comeBack = async (page: Page, code: string) => {
  await page.goto("/recover");
  await page.getByRole("textbox", { name: "Recovery code" }).fill(code);
  await page.keyboard.press("Enter");
};

test("a student comes back in another browser, signs the lost one out, and gets a new code from the instructor @whole", async ({
  page,
  demo,
  browser,
}) => {
  const pseudonym = await joinDemo(page, demo);
  const printed = page.locator(".recovery-code");
  const code = (await printed.innerText()).trim();
  expect(code).toMatch(/^([A-Z2-9]{4}-){4}[A-Z2-9]{4}$/);

  const elsewhere = await (await browser.newContext()).newPage();
  await comeBack(elsewhere, "7K3M");
  await expect(elsewhere.getByRole("alert")).toContainText("20 letters and digits");
  await comeBack(elsewhere, code.toLowerCase().replaceAll("-", " "));
  await expect(elsewhere.getByRole("heading", { name: `You are ${pseudonym}` })).toBeVisible();
  const browsers = elsewhere.getByRole("region", { name: /^Browsers/ }).getByRole("listitem");
  await expect(browsers).toHaveCount(2);
  const found = await new AxeBuilder({ page: elsewhere }).analyze();
  expect(found.violations.map(({ id }) => id)).toEqual([]);
  await browsers
    .filter({ hasNotText: "this one" })
    .getByRole("button", { name: /^Sign out/ })
    .click();
  await expect(browsers).toHaveCount(1);
  await page.goto("/c/demo/runs");
  await expect(page.getByText(/no member of the class/).first()).toBeVisible();

  const teacher = await (await browser.newContext()).newPage();
  await teacher.goto(`/sign-in#${demo.instructorKey}`);
  await openClassPage(teacher, "People");
  await teacher.getByRole("searchbox", { name: "Find a name or pseudonym" }).fill(pseudonym);
  await teacher.getByRole("button", { name: `Open ${pseudonym}: name, roster, help` }).click();
  await teacher.getByRole("button", { name: /^Make a new recovery code/ }).click();
  const given = (await teacher.locator(".recovery-code").innerText()).trim();
  const seen = await new AxeBuilder({ page: teacher }).analyze();
  expect(seen.violations.map(({ id }) => id)).toEqual([]);
  await comeBack(page, code);
  await expect(page.getByRole("alert")).toContainText("ask your instructor for a new one");
  await comeBack(page, given);
  await expect(page.getByRole("heading", { name: `You are ${pseudonym}` })).toBeVisible();
});
