import { handIn } from "./hand-in.ts";
import { expect, joinDemo, makeCourse, test } from "./lab-test.ts";

test("an instructor grades a part by keyboard and releases it, and the student reads it", async ({
  page,
  browser,
  request,
  setupKey,
}) => {
  const course = await makeCourse(request, setupKey, `grades-${crypto.randomUUID().slice(0, 8)}`);
  const student = await (await browser.newContext()).newPage();
  const name = "Ada Lovelace";
  await joinDemo(student, course, { name });
  await handIn(student.request, course.course, { numbers: { "1a-number": "64" } });

  await page.goto(`/sign-in#${course.instructorKey}`);
  await page.getByRole("link", { name: "Class", exact: true }).click();
  await page.getByRole("navigation", { name: "Class" }).getByRole("link", { name: "Grades" }).click();
  await expect(page.getByText("1 of 1 student handed in")).toBeVisible();
  await page.getByRole("link", { name: "Grade 1a: 1 student waiting" }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
  await expect(page.getByText("1a-number: right")).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.getByText("2 of 2 points", { exact: true }).last()).toBeVisible();
  await page.keyboard.press("c");
  await page.keyboard.type("As many as pixels.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Saved: 2 of 2 points, by instructor/)).toBeVisible();

  await page.goto(`/c/${course.course}/grades?show=release`);
  await page.getByRole("button", { name: "Release all grades" }).click();
  await expect(page.getByText(`${name}, 14 parts open`)).toBeVisible();
  await page.getByRole("button", { name: "Show 1 student their grades" }).click();
  await expect(page.getByText(/^Released by instructor/)).toBeVisible();

  await student.goto(`/c/${course.course}/grade`);
  await expect(student.getByText("2 of 100 points")).toBeVisible();
  await expect(student.getByText("Submission 1 counts. It was in time.")).toBeVisible();
  const part = student.getByRole("article", { name: /^\(a\) 2 of 2 points/ });
  await expect(part.getByText("As many as pixels.")).toBeVisible();
});
