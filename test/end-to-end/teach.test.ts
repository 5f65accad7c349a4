import { expect, joinDemo, makeCourse, test } from "./lab-test.ts";

test("a student works in one page, and the class page shows it: who is where, what is ready, one student whole", async ({
  page,
  browser,
  request,
  setupKey,
}) => {
  const course = await makeCourse(request, setupKey, `teach-${crypto.randomUUID().slice(0, 8)}`);
  await page.goto(`/sign-in#${course.instructorKey}`);
  await page.getByRole("link", { name: "Class", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Nobody has joined yet" })).toBeVisible();
  await expect(page.getByText(/^Live:/)).toBeVisible();

  const student = await (await browser.newContext()).newPage();
  const pseudonym = await joinDemo(student, course);
  await student.goto(`/c/${course.course}/hw#1b`);
  await expect(page.getByRole("heading", { name: "1 of 1 are here now" })).toBeVisible();
  await expect(
    page.getByRole("button", { name: "Part 1b: 0 ready, 0 draft, 1 empty, 1 in view now" }),
  ).toBeVisible();

  await student.getByRole("textbox", { name: "Neurons of the output layer" }).fill("64");
  await expect(page.getByRole("gridcell", { name: /^1b ready/ })).toBeVisible();
  await page.getByRole("grid").focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Ada Lovelace" });
  await expect(dialog.getByText(`${pseudonym} · here now, at part 1b`)).toBeVisible();
});
