import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import * as z from "zod/mini";
import type { CreatedCourse } from "../../shared/api/courses.ts";
import { paths } from "../../shared/api/paths.ts";
import { solveHomework } from "../client/pages/report/solve-homework.ts";
import { WHOLE_HOMEWORK } from "../client/pages/report/whole-homework.ts";
import { handOver } from "./hand-over.ts";
import { expect, joinDemo, labLink, openLab, test, trainAll } from "./lab-test.ts";
import { type Pdf, readPdf, squeeze } from "./read-pdf.ts";

const REPORT = "/c/demo/hw/report";
const TITLE = "Lovelace_Ada_ECE_4803_sp22_assignment_6";

/** A student who has done the whole homework and handed it in: the cookies, and what was handed in. */
type Student = {
  readonly state: Awaited<ReturnType<BrowserContext["storageState"]>>;
  readonly pseudonym: string;
  readonly submission: string;
};
let student: Student;

/** One student for all tests of this file, which only read. */
test.describe.configure({ mode: "default" });
test.beforeAll(async ({ browser, demo }) => {
  student = await doHomework(browser, demo);
});

async function doHomework(browser: Browser, demo: CreatedCourse): Promise<Student> {
  const context = await browser.newContext({ baseURL: process.env.LAB_URL });
  const page = await context.newPage();
  const pseudonym = await joinDemo(page, demo);
  const revisions = await handOver(context.request, await solveHomework(WHOLE_HOMEWORK));
  const submission = crypto.randomUUID();
  const handed = await context.request.put(paths.submission("demo", submission), {
    data: { version: 1, revisions },
  });
  expect(handed.status(), await handed.text()).toBe(201);
  const state = await context.storageState();
  await context.close();
  return { state, pseudonym, submission };
}

/** Makes this browser the student's. */
async function becomeStudent(page: Page): Promise<void> {
  await page.context().addCookies(student.state.cookies);
  const [origin] = student.state.origins;
  const kept = Object.fromEntries((origin?.localStorage ?? []).map(({ name, value }) => [name, value]));
  await page.addInitScript((values) => {
    for (const [name, value] of Object.entries(values)) localStorage.setItem(name, value);
  }, kept);
}

async function openReport(page: Page): Promise<void> {
  await becomeStudent(page);
  await page.goto(REPORT);
  await expect(page.getByRole("heading", { name: "Solution to Problem 3 Part (d)" })).toBeVisible();
}

async function print(page: Page, format: "A4" | "Letter"): Promise<Pdf> {
  return readPdf(await page.pdf({ format, printBackground: true }));
}

const HEADINGS = ["1abcdefg", "2abcd", "3abcd"].flatMap(([problem = "", ...letters]) =>
  letters.map((letter) => `Solution to Problem ${problem} Part (${letter})`),
);

for (const [format, size] of [
  ["A4", { width: 595, height: 842 }],
  ["Letter", { width: 612, height: 792 }],
] as const) {
  const tag = format === "Letter" ? "@whole" : [];
  test(`prints to ${format} whole: title, headings, code, logs, numbers, answers and links as text, plots as vectors`, {
    tag,
  }, async ({ page }) => {
    await openReport(page);
    const { title, pages } = await print(page, format);
    expect(title).toBe(TITLE);
    const text = squeeze(pages.flatMap(({ texts }) => texts.map((one) => one.text)).join(""));
    const expected = [
      ...HEADINGS,
      "Ada Lovelace",
      "Signed: I did this homework myself.",
      ...Object.values(WHOLE_HOMEWORK.code).flatMap((source) => source.split("\n")),
      ...Array.from({ length: 50 }, (_, epoch) => `Epoch: ${epoch} | Train loss: `),
      "Tested on 50 % of the images (split seed 0), 50 epochs, Adam with a learning rate of 0.001",
      "a weight decay of 0.001, an L1 penalty of 0.01 on the latent",
      "Neurons of the input layer: 64",
      "898 images are enough for so few weights",
      'faster", not <b>better</b>.',
      "numbers in the hidden layer",
      "I think that 50 epochs are too few for so small a layer.",
      "How do training and test error change with the hidden size?",
      "PCA floor",
      "AUROC of images: ",
    ];
    for (const words of expected) expect(text, words).toContain(squeeze(words));
    expect(text).not.toContain(squeeze("Not answered"));
    const links = new Set(text.match(/http:\/\/localhost:\d+\/r\/[\w-]{22}/g));
    expect(links.size).toBe(16);

    for (const [i, { width, height, texts, rasters }] of pages.entries()) {
      // Chromium rounds a page to whole pixels.
      expect(Math.abs(width - size.width), `width of page ${i + 1}`).toBeLessThan(1);
      expect(Math.abs(height - size.height), `height of page ${i + 1}`).toBeLessThan(1);
      expect(rasters, `pictures of pixels on page ${i + 1}`).toBe(0);
      expect(texts.map((one) => one.text).join("")).toContain(`${i + 1} / ${pages.length}`);
      for (const one of texts) {
        expect(one.left, one.text).toBeGreaterThan(30);
        expect(one.right, one.text).toBeLessThan(width - 30);
      }
    }
  });
}

test("every letter of every plot stands inside its drawing, on paper and on a phone", {
  tag: "@whole",
}, async ({ page }) => {
  await openReport(page);
  for (const [viewport, kind] of [
    [{ width: 1280, height: 900 }, "paper"],
    [{ width: 360, height: 740 }, "phone"],
  ] as const) {
    await page.setViewportSize(viewport);
    const outside = await page.locator(`.report-figure [data-for="${kind}"] svg`).evaluateAll((drawings) =>
      drawings.flatMap((drawing) => {
        if (!(drawing instanceof SVGSVGElement)) return ["no drawing"];
        const { width, height } = drawing.viewBox.baseVal;
        return Array.from(drawing.querySelectorAll("text"), (text) => ({
          text: text.textContent,
          box: text.getBBox(),
        }))
          .filter(
            ({ box }) =>
              box.width === 0 ||
              box.x < 0 ||
              box.y < 0 ||
              box.x + box.width > width ||
              box.y + box.height > height,
          )
          .map(({ text }) => text);
      }),
    );
    expect(outside).toEqual([]);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, `pixels that the report is too wide at ${viewport.width}`).toBe(0);
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`passes axe in the ${colorScheme}, and is called as its file`, { tag: "@whole" }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openReport(page);
    await expect(page).toHaveTitle(TITLE);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
      [],
    );
  });
}

test("printing waits until every run is read, and says so", { tag: "@whole" }, async ({ page }) => {
  await becomeStudent(page);
  await page.addInitScript(() => {
    window.print = () =>
      document.body.setAttribute("data-printed", document.querySelectorAll(".report h3").length.toString());
  });
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route("**/api/run-links/**", async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto(REPORT);
  await expect(page.getByText("Reading run 1 of 16.")).toBeVisible();
  await page.getByRole("button", { name: "Print or save as PDF" }).click();
  await expect(page.getByText("It is printed when everything is here.")).toBeVisible();
  await expect(page.locator("body")).not.toHaveAttribute("data-printed");
  open();
  await expect(page.locator("body")).toHaveAttribute("data-printed", "15");
});

test.describe("a run that is not there", () => {
  test.use({ expectedErrors: [/status of 404/] });
  test("says what to do in the place of its log; its numbers stay, and its plot says what it lacks", async ({
    page,
  }) => {
    await becomeStudent(page);
    const missing = { error: { reason: "notFound", message: "There is no such run." } };
    await page.route("**/api/courses/demo/runs/*", (route) => route.fulfill({ status: 404, json: missing }));
    await page.goto(REPORT);
    await expect(page.getByText(/^The log of this run is not here/).first()).toBeVisible();
    await expect(page.getByText(/the same seed gives the same numbers/).first()).toBeVisible();
    await expect(page.getByRole("row", { name: /^h = 5 0\.8639 0\.8612 1\.1640/ }).first()).toBeVisible();
    await expect(page.getByText(/^Are the reconstruction errors.*cannot be read/)).toBeVisible();
  });
});

test("what was not answered says so", async ({ page, demo }) => {
  await joinDemo(page, demo);
  await page.goto(REPORT);
  await expect(page.getByRole("heading", { name: "Solution to Problem 3 Part (d)" })).toBeVisible();
  await expect(page).toHaveTitle("LastName_FirstName_ECE_4803_sp22_assignment_6");
  await expect(page.getByText("Not signed:")).toBeVisible();
  await expect(page.getByText("Not answered.")).toHaveCount(24);
});

const Notebook = z.object({
  nbformat: z.literal(4),
  cells: z.array(
    z.object({
      id: z.string(),
      cell_type: z.string(),
      source: z.array(z.string()),
      outputs: z.optional(z.array(z.unknown())),
    }),
  ),
});
const Picture = z.object({ data: z.object({ "image/png": z.string() }) });

test("saves the same as a notebook, with its plots at twice their size", async ({ page }) => {
  await openReport(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save notebook (.ipynb)" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${TITLE}.ipynb`);
  const { cells } = z.parse(Notebook, JSON.parse(readFileSync(await download.path(), "utf8")));
  const all = cells.map(({ source }) => source.join("")).join("\n");
  for (const heading of HEADINGS) expect(all).toContain(heading);
  for (const source of Object.values(WHOLE_HOMEWORK.code)) expect(all).toContain(source.trim());
  const drawn = cells.filter(({ id }) => id.endsWith("-plot"));
  expect(drawn).toHaveLength(5);
  for (const { outputs = [] } of drawn) {
    const png = Buffer.from(z.parse(Picture, outputs[0]).data["image/png"], "base64");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(1_280);
  }
});

test("a plot of the lab is saved as SVG, without the lines that are hidden", { tag: "@whole" }, async ({
  page,
}) => {
  await openLab(page, labLink({ widths: [5, 20] }));
  await trainAll(page);
  const figure = page.getByRole("figure", { name: "How does error fall as the hidden layer grows?" });
  await figure.getByRole("button", { name: /^PCA floor/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    figure.getByRole("button", { name: "svg" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.svg$/);
  const svg = readFileSync(await download.path(), "utf8");
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg).toContain(">train</text>");
  expect(svg).not.toContain("PCA floor</text>");
});

test("what was handed in is shown with its receipt to its student and to instructors, and to nobody else", async ({
  page,
  demo,
  browser,
}) => {
  const path = `/c/demo/submissions/${student.submission}`;
  await becomeStudent(page);
  await page.goto("/c/demo/hw");
  await page.getByRole("link", { name: "See what you handed in" }).click();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await expect(page.getByText(`${student.pseudonym}, submission 1`)).toBeVisible();
  await expect(page.getByText(student.submission)).toBeVisible();
  await expect(page.getByText("reproduced").first()).toBeVisible();
  await expect(page).toHaveTitle(TITLE);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);

  const teacher = await browser.newContext({ baseURL: process.env.LAB_URL });
  const desk = await teacher.newPage();
  await desk.goto(`/sign-in#${demo.instructorKey}`);
  await expect(desk).toHaveURL(/\/c\/demo\//);
  await desk.goto(path);
  await expect(desk.getByText(`${student.pseudonym}, submission 1`)).toBeVisible();
  await expect(desk.getByRole("heading", { name: "Solution to Problem 2 Part (d)" })).toBeVisible();
  await teacher.close();

  const other = await browser.newContext({ baseURL: process.env.LAB_URL });
  const stranger = await other.newPage();
  await stranger.goto(path);
  await expect(stranger.getByText("This cannot be shown here")).toBeVisible();
  await other.close();
});
