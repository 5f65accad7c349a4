import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { specOf } from "../../shared/assignment/homework/specs.ts";
import { type TrainedRun, trainRun } from "../../tools/demo/train-run.ts";
import { expect, joinDemo, makeCourse, test } from "./lab-test.ts";

test.use({ viewport: { width: 360, height: 740 }, expectedErrors: [/status of 404/] });

const TEXT =
  "The error falls quickly while the hidden layer is narrower than about forty numbers, and slowly after that. The first directions " +
  "carry most of the variation of the digits, so each further neuron buys less than the one before it did.";

async function writeText(student: Page, course: string, markdown: string): Promise<void> {
  const path = `/api/courses/${course}/answers/1f-text`;
  const saved = await student.request.put(path, { data: { base: 0, answer: { kind: "text", markdown } } });
  expect(saved.status()).toBe(200);
}

async function sendRun(student: Page, course: string, { upload, weights }: TrainedRun): Promise<void> {
  const file = {
    name: "weights.safetensors",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(weights),
  };
  const sent = await student.request.put(`/api/courses/${course}/runs/${randomUUID()}`, {
    multipart: { run: JSON.stringify(upload), weights: file },
  });
  expect(sent.status()).toBe(201);
}

test("an instructor finds one text twice, reads both, and notes by keyboard that it was looked at; a student sees nothing @whole", async ({
  page,
  browser,
  request,
  setupKey,
}) => {
  const course = await makeCourse(request, setupKey, `flags-${randomUUID().slice(0, 8)}`);
  const [one, two] = [
    await (await browser.newContext()).newPage(),
    await (await browser.newContext()).newPage(),
  ];
  const [first, later] = [
    `Ada Lovelace (${await joinDemo(one, course, { name: "Ada Lovelace" })})`,
    `Bob Bauer (${await joinDemo(two, course, { name: "Bob Bauer" })})`,
  ];
  await writeText(one, course.course, TEXT);
  await writeText(two, course.course, `I think so: ${TEXT}`);
  await page.goto(`/sign-in#${course.instructorKey}`);
  await page.getByRole("link", { name: "Class", exact: true }).click();
  await page.getByRole("navigation", { name: "Class" }).getByRole("link", { name: "Flags" }).click();

  const flag = page.getByRole("button", { name: `${first} and ${later} share 100 % of the shorter text` });
  await flag.focus();
  await page.keyboard.press("Enter");
  const pasted = page.getByRole("region", { name: `Text of ${later}` });
  await expect(pasted.locator("mark")).toHaveText(TEXT.slice(0, -1));
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, "pixels that the page is too wide").toBe(0);
  await page.getByRole("textbox", { name: "Note" }).fill("They work in a pair.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^instructor looked at this/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Open 0" })).toBeVisible();
  await expect(pasted).toBeVisible();

  await one.goto(`/c/${course.course}/flags`);
  await expect(one.getByText("There is nothing here for this browser")).toBeVisible();
});

test("flags on runs open both runs, what the server got, and the gap beside honest ones @whole", async ({
  page,
  browser,
  request,
  setupKey,
}) => {
  const course = await makeCourse(request, setupKey, `flags-${randomUUID().slice(0, 8)}`);
  await page.goto(`/sign-in#${course.instructorKey}`);
  await page.getByRole("link", { name: "Class", exact: true }).click();
  await page.getByRole("navigation", { name: "Class" }).getByRole("link", { name: "Flags" }).click();
  await expect(page.getByRole("heading", { name: "There is nothing to look at" })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

  const [one, two] = [
    await (await browser.newContext()).newPage(),
    await (await browser.newContext()).newPage(),
  ];
  const [first, later] = [
    `Ada Lovelace (${await joinDemo(one, course, { name: "Ada Lovelace" })})`,
    `Bob Bauer (${await joinDemo(two, course, { name: "Bob Bauer" })})`,
  ];
  const run = trainRun(specOf("problem-1", 20));
  await sendRun(one, course.course, run);
  // The same weights, as if another seed had given them.
  const claimed = { ...run.upload, spec: { ...run.upload.spec, seed: 5 } };
  await sendRun(two, course.course, { ...run, upload: claimed });
  await page.reload();

  await page.getByRole("button", { name: `${first} and ${later} sent the same weights` }).click();
  const both = page.getByRole("table", { name: "Both runs of the same weights" });
  await expect(both.getByRole("link", { name: "open the run" })).toHaveCount(2);
  await expect(page.getByText(/^These weights.*seeds 5 instead of 0/)).toBeVisible();
  await page.getByRole("button", { name: `${later} sent a run that does not come out the same` }).click();
  await expect(page.getByRole("columnheader", { name: "trained again by the server" })).toBeVisible();
  await page.getByRole("button", { name: `${later} has a test error` }).click();
  await expect(
    page.getByRole("slider", { name: /^Is the gap one that honest training gives/ }),
  ).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "honest training, seed 5" })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, "pixels that the page is too wide").toBe(0);

  await page.getByLabel("Kind").selectOption({ index: 3 });
  await expect(page.getByRole("button", { name: /sent the same weights/ })).toHaveCount(0);
  await expect(page).toHaveURL(/kind=gap/);
});
