import { readFileSync } from "node:fs";
import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { Gradebook } from "../../shared/api/grading/gradebook.ts";
import { paths } from "../../shared/api/paths.ts";
import { handIn } from "./hand-in.ts";
import { expect, joinDemo, looksRight, makeCourse, test } from "./lab-test.ts";

type Course = Awaited<ReturnType<typeof makeCourse>>;

test.use({ expectedErrors: [/status of 409|INTERNET_DISCONNECTED/] });

/** A course of its own with its instructor at `page`. */
async function openCourse(
  page: Page,
  { request, setupKey }: { request: APIRequestContext; setupKey: string },
): Promise<Course> {
  const course = await makeCourse(request, setupKey, `desk-${crypto.randomUUID().slice(0, 8)}`);
  await page.goto(`/sign-in#${course.instructorKey}`);
  await expect(page.getByRole("link", { name: "Class", exact: true })).toBeVisible();
  return course;
}

/** A student of the course in another browser, who answered 1a and handed in. */
async function addStudent(browser: Browser, course: Course, { answer = "64", name = "Ada Lovelace" } = {}) {
  const student = await (await browser.newContext()).newPage();
  const pseudonym = await joinDemo(student, course, { name });
  await handIn(student.request, course.course, {
    numbers: { "1a-number": answer },
    texts: { "1f-text": "Both errors **fall** as the hidden layer grows." },
  });
  return { student, name, pseudonym };
}

async function readBook(request: APIRequestContext, course: string): Promise<Gradebook> {
  return Gradebook.parse(await (await request.get(paths.gradebook(course))).json());
}

test("while names are hidden no page says who a student is, until the grades are released @whole", async ({
  page,
  browser,
  request,
  setupKey,
}) => {
  const course = await openCourse(page, { request, setupKey });
  const { name: known, pseudonym } = await addStudent(browser, course);
  await page.goto(`/c/${course.course}/grades?show=release`);
  await page.getByLabel("Hide names from who grades").check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByText("there are none while names are hidden")).toBeVisible();

  const seen: string[] = [];
  const look = async () => seen.push(page.url(), await page.title(), await page.content());
  await page.getByRole("tab", { name: "Students" }).click();
  const name = page.getByRole("link", { name: /^Student [0-9a-f]{8}$/ });
  await expect(name).toBeVisible();
  await look();
  await name.click();
  await expect(page.getByText("Both errors fall as the hidden layer grows.")).toBeVisible();
  await look();
  await page.goto(`/c/${course.course}/grades/parts/1f`);
  await expect(page.getByText("Both errors fall as the hidden layer grows.")).toBeVisible();
  await look();
  expect(seen.filter((text) => text.includes(pseudonym) || text.includes(known))).toEqual([]);

  await page.goto(`/c/${course.course}/grades?show=release`);
  await page.getByRole("button", { name: "Release all grades" }).click();
  await page.getByRole("button", { name: "Show 1 student their grades" }).click();
  await expect(page.getByText(/^Released by instructor/)).toBeVisible();
  await page.getByRole("tab", { name: "Students" }).click();
  await expect(page.getByRole("link", { name: known, exact: true })).toBeVisible();
});

test("what could not be saved stays as it was decided, and the second of two graders chooses @whole", async ({
  page,
  browser,
  request,
  context,
  setupKey,
}) => {
  const course = await openCourse(page, { request, setupKey });
  const first = await addStudent(browser, course);
  const second = await addStudent(browser, course, { answer: "8", name: "Bob Bauer" });
  const book = await readBook(page.request, course.course);
  await page.goto(`/c/${course.course}/grades/parts/1a`);
  const names = [first.name, second.name];
  const here = page.getByRole("heading", { level: 2 });
  await expect(page.getByText("1 of 2 students, 2 left to grade")).toBeVisible();
  const at = await here.innerText();
  expect(names).toContain(at);
  await expect(page.getByRole("checkbox").first()).toBeVisible();

  await context.setOffline(true);
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await expect(here).not.toHaveText(at);
  await expect(page.getByText(`${at}: not saved`)).toBeVisible();
  await context.setOffline(false);

  // Meanwhile another grader puts a grade of the same part.
  const handle = book.students.handle[book.students.who?.name.indexOf(at) ?? -1] ?? "";
  const put = await page.request.put(paths.grade(course.course, handle, "1a"), {
    data: {
      ...{ base: 0, submission: 1, version: book.version, ticked: [] },
      ...{ adjustment: 0.5, comment: "From elsewhere." },
    },
  });
  expect(put.status()).toBe(200);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText(`${at}: someone else graded it meanwhile`)).toBeVisible();
  await page.getByRole("button", { name: "Go there" }).click();
  await expect(page.getByText("“From elsewhere.”")).toBeVisible();
  await expect(page.getByRole("checkbox").first()).toBeChecked();
  await looksRight(page);
  await page.getByRole("button", { name: "Put mine in its place" }).click();
  await expect(page.getByText(/^Saved: 2 of 2 points/)).toBeVisible();
  const after = await readBook(page.request, course.course);
  expect(after.scores[0]?.filter((score) => score !== null)).toEqual([2]);
});

test.describe("by night, on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, colorScheme: "dark" });

  test("a request to look again is answered and the grade changed, and Canvas gets who has every part @whole", async ({
    page,
    browser,
    request,
    setupKey,
  }) => {
    const course = await openCourse(page, { request, setupKey });
    const csv = 'Student,ID,SIS User ID,SIS Login ID,Section\n"=Ünal, Ada",77,s-1,ada,A 1\n';
    const { student, pseudonym } = await addStudent(browser, course);
    await addStudent(browser, course);
    const roster = await page.request.put(paths.roster(course.course), { data: { csv } });
    expect(roster.status()).toBe(200);
    const { rows } = await (await page.request.get(paths.roster(course.course))).json();
    const book = await readBook(page.request, course.course);
    const at = book.students.who?.pseudonym.indexOf(pseudonym) ?? -1;
    const bound = await page.request.put(paths.rosterMember(course.course, rows[0].id), {
      data: { member: book.students.who?.id[at] },
    });
    expect(bound.ok()).toBe(true);
    const handle = book.students.handle[at] ?? "";
    for (const { id } of book.parts) {
      const graded = await page.request.put(paths.grade(course.course, handle, id), {
        data: { base: 0, submission: 1, version: book.version, ticked: [], adjustment: 1, comment: "" },
      });
      expect(graded.status(), id).toBe(200);
    }
    for (const show of ["parts", "students", "requests", "release"]) {
      await page.goto(`/c/${course.course}/grades?show=${show}`);
      await expect(page.getByText(/2 of 2 students handed in; 1 has a grade of every part/)).toBeVisible();
      await looksRight(page);
    }
    await page.getByRole("button", { name: "Release all grades" }).click();
    await looksRight(page);
    await page.getByRole("button", { name: "Show 2 students their grades" }).click();
    await expect(page.getByText(/^Released by instructor/)).toBeVisible();

    await student.goto(`/c/${course.course}/hw#hand-in`);
    await expect(student.getByText("Your grade: 15 of 100 points")).toBeVisible();
    await student.getByRole("link", { name: "See it part by part" }).click();
    await student.getByRole("button", { name: "Ask to look at it again: 1a" }).click();
    await student.getByLabel("What should be looked at again in 1a?").fill("64 is the number of pixels.");
    await student.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(student.getByText("Not answered yet")).toBeVisible();
    await looksRight(student);

    await page.goto(`/c/${course.course}/grades?show=requests`);
    await expect(page.getByRole("tab", { name: "Requests (1)" })).toBeVisible();
    await page.getByRole("link", { name: "See the work and the grade" }).click();
    await expect(page.getByRole("heading", { name: /^1a/ })).toBeFocused();
    await page.keyboard.press("a");
    await page.keyboard.press("Enter");
    await expect(page.getByText(/^Saved: 2 of 2 points/)).toBeVisible();
    await page.getByLabel("Answer to the student").fill("You are right.");
    await looksRight(page);
    await page.getByRole("button", { name: "Answer", exact: true }).click();
    await expect(page.getByText("You are right.")).toBeVisible();
    await student.reload();
    await expect(student.getByText("You are right.")).toBeVisible();
    await expect(student.getByText("16 of 100 points")).toBeVisible();

    await page.goto(`/c/${course.course}/grades?show=release`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save for Canvas (CSV)" }).click(),
    ]);
    const lines = readFileSync(await download.path(), "utf8")
      .trim()
      .split(/\r?\n/);
    expect(lines[0]).toBe(`Student,ID,SIS User ID,SIS Login ID,Section,${book.title}`);
    expect(lines[2]).toBe(`"'=Ünal, Ada",77,s-1,ada,A 1,16`);
    expect(lines).toHaveLength(3);
    await expect(page.getByText("1 student left out:")).toBeVisible();
    await looksRight(page);
  });
});
