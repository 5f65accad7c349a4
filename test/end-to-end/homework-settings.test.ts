import AxeBuilder from "@axe-core/playwright";
import { expect, joinDemo, makeCourse, openClassPage, test } from "./lab-test.ts";

test.use({
  viewport: { width: 360, height: 740 },
  timezoneId: "Europe/Berlin",
  expectedErrors: [/INTERNET_DISCONNECTED/],
});

test("an instructor sets the due date, what late work costs and an extension, and the student reads them @whole", async ({
  page,
  browser,
  context,
  request,
  setupKey,
}) => {
  const course = await makeCourse(request, setupKey, `due-${crypto.randomUUID().slice(0, 8)}`);
  const student = await (await browser.newContext({ timezoneId: "Europe/Berlin" })).newPage();
  const pseudonym = await joinDemo(student, course);
  await page.goto(`/sign-in#${course.instructorKey}`);
  await openClassPage(page, "People");
  await page.getByRole("navigation", { name: "Class" }).getByRole("link", { name: "Homework" }).click();

  await page.getByLabel("Day", { exact: true }).fill("2999-12-01");
  await page.getByLabel("Time zone of the course").selectOption("America/New_York");
  await page.getByLabel("Minutes that still count as in time").fill("15");
  const percent = page.getByLabel("Percent that each day takes off");
  await percent.fill("101");
  await expect(page.getByText("expected a number of at most 100, got 101")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save due date and late rule" })).toBeDisabled();
  await percent.fill("10");
  await expect(page.getByText(/^A submission 30 hours late loses 20\s% of its points\.$/)).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Save due date and late rule" }).click();
  await expect(page.getByText("The server cannot be reached")).toBeVisible();
  await expect(percent).toHaveValue("10");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Save due date and late rule" }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();

  await page.getByLabel("Find a student by name or pseudonym").fill(pseudonym.slice(0, 5));
  await page.getByRole("button", { name: pseudonym }).click();
  await page.getByLabel(/^New due day/).fill("2999-12-05");
  await page.getByLabel("Reason, for the staff’s eyes").fill("Ill on the due date");
  await page.keyboard.press("Enter");
  const given = page.getByRole("table", { name: "Who has another due date" }).getByRole("row").nth(1);
  await expect(given).toContainText("5 December 2999 at 23:59 (America/New York)");
  await expect(page.getByText("The built-in homework.")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, "pixels that the page is too wide").toBe(0);

  await student.goto(`/c/${course.course}/hw`);
  await expect(
    student.getByText(/^It is due .*by your extension\. .*loses 10\s% of its points/),
  ).toContainText("which is 5 December 2999 at 23:59 (America/New York)");
});
