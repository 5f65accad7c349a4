import type { Page } from "@playwright/test";
import type { CreatedCourse } from "../../shared/api/courses.ts";
import { expect, joinDemo, makeCourse, openClassPage, test } from "./lab-test.ts";

const newCourse = (what: string) => `${what}-${crypto.randomUUID().slice(0, 8)}`;

async function openEditor(page: Page, course: CreatedCourse): Promise<void> {
  await page.goto(`/sign-in#${course.instructorKey}`);
  await openClassPage(page, "Homework");
  await page.getByRole("link", { name: "edit what it asks" }).click();
  await expect(page.getByRole("heading", { name: "The homework as a whole" })).toBeVisible();
}

/** Opens a part by its letter within its problem. */
async function openPart(page: Page, problem: number, letter: string): Promise<void> {
  const list = page.getByRole("navigation", { name: "Problems and parts" }).getByRole("list").nth(problem);
  await list.getByRole("button", { name: `(${letter})` }).click();
  await expect(page.getByRole("heading", { name: `Problem ${problem} (${letter})` })).toBeFocused();
}

async function put(page: Page, version: number): Promise<void> {
  await page.getByRole("tab", { name: "What changes" }).click();
  await page.getByRole("button", { name: `Put version ${version}` }).click();
}

test("an instructor changes a prompt and its points, puts them, and a student is asked that", async ({
  page,
  browser,
  request,
  setupKey,
}) => {
  const course = await makeCourse(request, setupKey, newCourse("edit"));
  await openEditor(page, course);
  await openPart(page, 1, "b");
  await page.getByRole("textbox", { name: "Prompt" }).fill("How many numbers come **out**, of $64$?");
  await expect(page.getByRole("region", { name: "Preview: Prompt" }).locator("strong")).toHaveText("out");
  await page.getByRole("textbox", { name: "Points" }).fill("two");
  await page.getByText("1 thing to put right").click();
  await page.getByRole("button", { name: "Problem 1 (b), points" }).click();
  await expect(page.getByRole("textbox", { name: "Points" })).toBeFocused();
  await page.getByRole("textbox", { name: "Points" }).fill("4");
  await expect(page.getByText("102 points in all")).toBeVisible();
  await page.getByRole("tab", { name: "What changes" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "1 (b): points 2 to 4, prompt" })).toBeVisible();
  await put(page, 2);
  await expect(page.getByText("Version 2 is what the class is asked now.")).toBeVisible();

  const student = await (await browser.newContext()).newPage();
  await joinDemo(student, course);
  await student.goto(`/c/${course.course}/hw`);
  const part = student.getByRole("region", { name: "Problem 1 Part (b)" });
  await expect(part).toContainText("How many numbers come out, of");
  await expect(part).toContainText("4 points");
});
