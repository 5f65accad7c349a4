import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { CreatedCourse } from "../../shared/api/courses.ts";
import { AssignmentView } from "../../shared/api/homework.ts";
import type { Assignment } from "../../shared/assignment/assignment.ts";
import { expect, joinDemo, makeCourse, openClassPage, test } from "./lab-test.ts";

test.use({ expectedErrors: [/409 \(Conflict\)/] });

const newCourse = (what: string) => `${what}-${crypto.randomUUID().slice(0, 8)}`;

async function openEditor(page: Page, course: CreatedCourse): Promise<void> {
  await page.goto(`/sign-in#${course.instructorKey}`);
  await page.waitForURL(`**/c/${course.course}/board`);
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
  await page.getByRole("textbox", { name: "Points", exact: true }).fill("two");
  await page.getByText("1 thing to put right").click();
  await page.getByRole("button", { name: "Problem 1 (b), points" }).click();
  await expect(page.getByRole("textbox", { name: "Points", exact: true })).toBeFocused();
  await page.getByRole("textbox", { name: "Points", exact: true }).fill("4");
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

/** Puts another title or prompt as someone else would, past the page. */
async function putElsewhere(
  page: Page,
  course: string,
  change: (homework: Assignment) => void,
): Promise<void> {
  const path = `/api/courses/${course}/assignment`;
  const { assignment, version } = AssignmentView.parse(await (await page.request.get(path)).json());
  change(assignment);
  const headers = { Origin: new URL(page.url()).origin };
  const answer = await page.request.put(path, { data: { assignment, base: version }, headers });
  expect(answer.status()).toBe(200);
}

test("@whole what two edited at once is kept of both, and where both changed the same one chooses", async ({
  page,
  request,
  setupKey,
}) => {
  const course = await makeCourse(request, setupKey, newCourse("both"));
  await openEditor(page, course);
  const title = page.getByRole("textbox", { name: "Title", exact: true });
  await title.fill("Mine");
  await putElsewhere(page, course.course, (homework) => {
    const [part] = homework.problems[0]?.parts ?? [];
    if (part !== undefined) part.prompt = "Theirs?";
  });
  await put(page, 2);
  const panel = page.getByRole("region", { name: "instructor put version 2 while you edited version 1" });
  await expect(panel).toContainText("1 (a): prompt");
  await expect(panel).toContainText("title");
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await panel.getByRole("button", { name: "Keep both changes" }).click();
  await put(page, 3);
  await expect(page.getByText("Version 3 is what the class is asked now.")).toBeVisible();
  const asked = async () =>
    AssignmentView.parse(await (await page.request.get(`/api/courses/${course.course}/assignment`)).json());
  expect((await asked()).assignment.title).toBe("Mine");
  expect((await asked()).assignment.problems[0]?.parts[0]?.prompt).toBe("Theirs?");

  await page.getByRole("tab", { name: "Edit" }).click();
  await title.fill("Mine again");
  await putElsewhere(page, course.course, (homework) => {
    homework.title = "Theirs";
  });
  await put(page, 4);
  await expect(page.getByRole("region", { name: "put version 4" })).toContainText("You both changed");
  await page.getByRole("button", { name: "Keep both, theirs where we differ" }).click();
  await page.getByRole("tab", { name: "Edit" }).click();
  await expect(title).toHaveValue("Theirs");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(title).toHaveValue("Mine again");
});

test("@whole a draft survives a reload, another course's homework and a file take its place, and each is undone", async ({
  page,
  request,
  setupKey,
}) => {
  const from = await makeCourse(request, setupKey, newCourse("from"));
  const course = await makeCourse(request, setupKey, newCourse("to"));
  await openEditor(page, from);
  const title = page.getByRole("textbox", { name: "Title", exact: true });
  await title.fill("Of the other course");
  await put(page, 2);
  await expect(page.getByText("Version 2 is what the class is asked now.")).toBeVisible();

  await openEditor(page, course);
  await title.fill("Not done yet");
  await expect(page.getByText("kept on this device at")).toBeVisible();
  await page.reload();
  await expect(title).toHaveValue("Not done yet");

  await page.getByText("Start from another version, course or file").click();
  await page
    .getByLabel("Put in the place of the draft")
    .selectOption({ label: `the homework of ${from.title} (${from.course})` });
  await page.getByRole("button", { name: "Start from it" }).click();
  await expect(title).toHaveValue("Of the other course");
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as JSON" }).click();
  const saved = await (await saving).path();
  await page.getByRole("button", { name: "Discard the draft" }).click();
  await expect(title).toHaveValue("Autoencoders");
  await page
    .getByLabel("or a JSON file")
    .setInputFiles({ name: "notes.json", mimeType: "application/json", buffer: Buffer.from("[1]") });
  await expect(page.getByText("notes.json is no homework:")).toBeVisible();
  await page.getByLabel("or a JSON file").setInputFiles(saved);
  await expect(title).toHaveValue("Of the other course");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(title).toHaveValue("Of the other course");
  await page.keyboard.press("Control+z");
  await expect(title).toHaveValue("Not done yet");
});

test("@whole a problem with a cell of every kind is made from nothing, and a student is asked it", async ({
  page,
  browser,
  request,
  setupKey,
}) => {
  const course = await makeCourse(request, setupKey, newCourse("kinds"));
  await openEditor(page, course);
  await page.getByRole("button", { name: "Add problem" }).click();
  await page.getByRole("textbox", { name: "Title", exact: true }).fill("All kinds");
  await openPart(page, 4, "a");
  await page.getByRole("textbox", { name: "Prompt" }).fill("Do it all.");
  const add = async (kind: string) => {
    await page.getByLabel("A new cell asks for").selectOption(kind);
    await page.getByRole("button", { name: "Add cell" }).click();
  };
  for (const kind of ["a number", "a class in Python", "training", "a plot of runs", "images shown"])
    await add(kind);
  const cell = (name: string) => page.getByRole("region", { name });
  await cell("Asks for a text").getByLabel("What the text is about").fill("Why");
  await cell("Asks for a number").getByLabel("What the number is").fill("How many");
  await cell("Asks for a number").getByLabel("One answer is right").check();
  await cell("Asks for a number").getByLabel("Right answer").fill("64");
  await cell("Asks for a class").getByLabel("What the class is").fill("The model");
  await cell("Asks for a class").getByRole("textbox", { name: "Starter" }).fill("# begin here");
  const training = cell("Asks for training");
  await training.getByLabel("What is trained").fill("Train it twice");
  await training.getByLabel("The class of").selectOption("4a-code: The model");
  await training.getByLabel("Hidden sizes or kernels").fill("5, 5");
  await expect(training.getByText("widths holds one value twice")).toBeVisible();
  await training.getByLabel("Hidden sizes or kernels").fill("5, 7");
  await training.getByText("All of the spec as JSON").click();
  const spec = training.getByRole("textbox", { name: "Spec", exact: true });
  const text = await spec.inputValue();
  await spec.fill(text.replace('"out": 5', '"out": 6'));
  await expect(training.getByText("linear needs 5 numbers, got 6").first()).toBeVisible();
  await spec.fill(text.replace('"epochs": 50', '"epochs": 3'));
  await expect(training.getByLabel("Epochs", { exact: true })).toHaveValue("3");
  await cell("Asks for a plot").getByLabel("The question that it answers").fill("Does it fall?");
  await put(page, 2);
  await expect(page.getByText("Version 2 is what the class is asked now.")).toBeVisible();

  const student = await (await browser.newContext()).newPage();
  await joinDemo(student, course);
  await student.goto(`/c/${course.course}/hw`);
  const part = student.getByRole("region", { name: "Problem 4 Part (a)", exact: true });
  for (const words of [
    "Do it all.",
    "Why",
    "How many",
    "# begin here",
    "Train it twice",
    "Trains 2 models.",
  ]) {
    await expect(part).toContainText(words);
  }
  // Plots are drawn once they are near.
  await part.getByText("label 8").scrollIntoViewIfNeeded();
  await expect(part).toContainText("Does it fall?");
});

test.describe("on a phone, by keyboard", () => {
  test.use({ viewport: { width: 360, height: 740 }, colorScheme: "dark" });

  test("@whole parts and cells are moved, copied and removed with the keyboard staying where it was", async ({
    page,
    browser,
    request,
    setupKey,
  }) => {
    const course = await makeCourse(request, setupKey, newCourse("keys"));
    const student = await (await browser.newContext()).newPage();
    await joinDemo(student, course);
    const answer = await student.request.put(`/api/courses/${course.course}/answers/1f-text`, {
      data: { base: 0, answer: { kind: "text", markdown: "It falls." } },
      headers: { Origin: new URL(student.url()).origin },
    });
    expect(answer.status()).toBe(200);
    await openEditor(page, course);
    await page.getByRole("button", { name: "Problems and parts" }).click();
    await openPart(page, 1, "f");

    const up = page.getByRole("button", { name: "Move cell 1f-plot up" });
    await up.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText("cell 1f-plot moved to place 1 of 3.")).toBeVisible();
    await expect(up).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(up).toBeFocused();
    const titles = page.getByRole("heading", { level: 4 });
    await expect(titles).toHaveText(["Asks for a plot of runs", "Asks for training", "Asks for a text"]);

    const remove = page.getByRole("button", { name: "Remove cell 1f-text" });
    await remove.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText("What 1 student put there is kept, but no longer shown")).toBeVisible();
    await expect(page.getByRole("button", { name: "Remove cell 1f-run" })).toBeFocused();
    await page.getByRole("button", { name: "Copy Problem 1 (f)" }).press("Enter");
    await expect(page.getByRole("heading", { name: "Problem 1 (h)" })).toBeVisible();
    await page.getByRole("tab", { name: "Edit" }).press("ArrowRight");
    await expect(
      page.getByRole("listitem").filter({ hasText: "cell 1f-text is gone: 1 student answered it" }),
    ).toBeVisible();
    await page.keyboard.press("Control+z");
    for (const tab of ["What changes", "As students see it", "Edit"]) {
      await page.getByRole("tab", { name: tab }).click();
      await expect(page.getByRole("tabpanel").getByRole("heading").first()).toBeVisible();
      expect(
        (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id),
        tab,
      ).toEqual([]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `pixels that ${tab} is too wide`).toBe(0);
    }
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("button", { name: "Remove cell 1f-text" })).toBeVisible();
  });
});
