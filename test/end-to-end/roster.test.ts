import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, joinDemo, makeCourse, test } from "./lab-test.ts";

const HEADER = "Name;Student ID;E-Mail;Section";
const LINES = ["Zoë Özdemir;903111;zoe@school.edu;A", '"Müller; Anna";903112;anna@school.edu;B'];

async function choose(page: Page, lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from(`\ufeff${[HEADER, ...lines].join("\r\n")}\r\n`);
  await page
    .getByLabel(/^CSV of your register/)
    .setInputFiles({ name: "class.csv", mimeType: "text/csv", buffer });
}

test.describe("a roster", () => {
  test.use({ expectedErrors: [/status of 403/] });

  test("is imported whole or not at all, and then lets in whom it names", async ({
    page,
    browser,
    request,
    setupKey,
  }) => {
    const course = await makeCourse(request, setupKey, `roster-${crypto.randomUUID().slice(0, 8)}`);
    await page.goto(`/sign-in#${course.instructorKey}`);
    await expect(page).toHaveURL(/\/board$/);
    await page.goto(`/c/${course.course}/people?show=roster`);

    await choose(page, [...LINES, "Anna Again;903112;other@school.edu;B"]);
    await expect(page.getByText(/^Nothing can be imported yet: mend lines? /)).toBeVisible();
    await expect(page.getByRole("button", { name: "Import", exact: true })).toHaveCount(0);
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

    await page.getByRole("button", { name: "Choose the mended file" }).click();
    await choose(page, LINES);
    await expect(page.getByText("2 students to be added.")).toBeVisible();
    await expect(page.getByRole("rowheader", { name: "Müller; Anna" })).toBeVisible();
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await expect(page.getByText("Imported: 2 students added.")).toBeVisible();
    await page.getByRole("button", { name: "Done" }).click();
    await choose(page, LINES);
    await expect(page.getByText(/^Nothing changes/)).toBeVisible();

    await page.getByRole("tab", { name: "Joining" }).click();
    await page.getByRole("checkbox", { name: /^Only who is on the roster/ }).check();
    const student = await (await browser.newContext()).newPage();
    await student.goto(`/join/${course.joinCode}`);
    await student.getByRole("textbox", { name: "Your name" }).fill("Zoë");
    await student.getByRole("textbox", { name: "Student id or email" }).fill("903999");
    await student.keyboard.press("Enter");
    await expect(student.getByText(/no free place there goes by this student id/)).toBeVisible();
    await student.getByRole("textbox", { name: "Student id or email" }).fill("ZOE@school.edu");
    await student.keyboard.press("Enter");
    await expect(student.getByRole("heading", { name: /^You are / })).toBeVisible();

    await page.goto(`/c/${course.course}/people`);
    await expect(page.getByRole("row", { name: /Zoë Özdemir .* A / })).toBeVisible();
  });
});

test("a student is renamed, found on the roster and taken off it again, by the keyboard @whole", async ({
  page,
  browser,
  request,
  setupKey,
}) => {
  const course = await makeCourse(request, setupKey, `row-${crypto.randomUUID().slice(0, 8)}`);
  const pseudonym = await joinDemo(await (await browser.newContext()).newPage(), course);
  await page.goto(`/sign-in#${course.instructorKey}`);
  await expect(page).toHaveURL(/\/board$/);
  await page.goto(`/c/${course.course}/people?show=roster`);
  await choose(page, LINES);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("Imported: 2 students added.")).toBeVisible();

  await page.getByRole("tab", { name: "Students" }).click();
  await page.getByRole("button", { name: `Open ${pseudonym}: name, roster, help` }).press("Enter");
  await expect(page.getByRole("heading", { name: `Ada Lovelace (${pseudonym})` })).toBeFocused();
  await page.getByRole("textbox", { name: "Name, for the staff’s eyes" }).fill("Anna M.");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Saved: Anna M.")).toBeVisible();
  await page.getByRole("searchbox", { name: "Is on the roster as" }).fill("muller");
  await page.getByRole("button", { name: "Müller; Anna, 903112, section B" }).press("Enter");
  await expect(page.getByText("On the roster as Müller; Anna, 903112, section B.")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole("button", { name: "That is someone else" }).press("Enter");
  await expect(page.getByRole("searchbox", { name: "Is on the roster as" })).toBeVisible();
});
