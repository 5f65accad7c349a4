import AxeBuilder from "@axe-core/playwright";
import { expect, openClassPage, test } from "./lab-test.ts";

test.use({ viewport: { width: 360, height: 740 }, expectedErrors: [/status of 404/] });

test("an owner invites a grader, makes an instructor of the grader, and takes the seat back; the log tells it", async ({
  page,
  demo,
  browser,
}) => {
  const name = "Kim";
  await page.goto(`/sign-in#${demo.instructorKey}`);
  await openClassPage(page, "People");
  await page.getByRole("tab", { name: "Joining" }).click();
  await expect(page.getByText(demo.joinCode, { exact: true })).toBeVisible();
  await page.getByRole("tab", { name: "Staff" }).click();
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByRole("alert")).toContainText("1 to 40 letters");
  await page.getByRole("textbox", { name: "Invite someone to the staff" }).fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: `Sign-in link of ${name}` })).toBeFocused();
  const link = (await page.locator(".sign-in-link").innerText()).trim();
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map(({ id }) => id)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, "pixels that the page is too wide").toBe(0);

  const grader = await (await browser.newContext()).newPage();
  await grader.goto(link);
  await openClassPage(grader, "People");
  await expect(grader.getByRole("table", { name: /^Students/ })).toBeVisible();
  await expect(grader.getByRole("button", { name: /^Open / })).toHaveCount(0);
  await grader.getByRole("tab", { name: "Joining" }).click();
  await expect(grader.getByText(demo.joinCode, { exact: true })).toBeVisible();
  await expect(grader.getByRole("button", { name: /^(Take out|New code)/ })).toHaveCount(0);

  await page.getByRole("combobox", { name: `Role of ${name}` }).selectOption("instructor");
  await expect
    .poll(async () => {
      await grader.reload();
      await expect(grader.getByText(demo.joinCode, { exact: true })).toBeVisible();
      return grader.getByRole("button", { name: "New code" }).count();
    })
    .toBe(1);
  await page.getByRole("button", { name: `Take out ${name}` }).click();
  await page.getByRole("button", { name: `End every way in of ${name}` }).click();
  await expect(page.getByRole("combobox", { name: `Role of ${name}` })).toHaveCount(0);
  await grader.reload();
  await expect(grader.getByText(/The people are for the course’s staff/)).toBeVisible();
  await page.getByRole("link", { name: "Records" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "out of the staff" })).toContainText(
    `instructor took ${name}, instructor, out of the staff`,
  );
});
