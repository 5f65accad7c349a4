import AxeBuilder from "@axe-core/playwright";
import {
  type APIRequestContext,
  test as base,
  type ConsoleMessage,
  expect,
  type Page,
} from "@playwright/test";
import * as z from "zod/mini";
import type { Preference } from "../../client/engine/choose.ts";
import { buildLabLink } from "../../client/state/lab-link.ts";
import { CreatedCourse } from "../../shared/api/courses.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import type { SweepSpec } from "../../shared/spec/sweep.ts";
import { readReference } from "../shared/reference.ts";

export { expect } from "@playwright/test";

type Fixtures = {
  /** The demo course's join code and instructor key. */
  demo: CreatedCourse;
  /** The key with which courses of the shared lab are made. */
  setupKey: string;
  /** Console errors that this test brings about on purpose, such as those of a network that is off. */
  expectedErrors: RegExp[];
};

/** Playwright's test on the shared lab. Fails where a page logs an error, throws, or violates its Content-Security-Policy. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads in this pattern what a fixture needs
  demo: ({}, use) => use(z.parse(CreatedCourse, JSON.parse(required("LAB_DEMO")))),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  setupKey: ({}, use) => use(required("LAB_SETUP_KEY")),
  expectedErrors: [[], { option: true }],
  context: async ({ context, expectedErrors }, use) => {
    const errors: string[] = [];
    context.on("console", (message) => {
      if (isError(message)) errors.push(`${message.page()?.url()}: ${message.text()}`);
    });
    context.on("weberror", (error) => errors.push(String(error.error())));
    await use(context);
    expect(errors.filter((text) => !expectedErrors.some((known) => known.test(text)))).toEqual([]);
  },
});

/** Chromium warns of what the software WebGPU adapter lacks; only errors count. */
function isError(message: ConsoleMessage): boolean {
  return message.type() === "error";
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new TypeError(`${name} is set by global-setup.ts`);
  return value;
}

/** Makes a course that the test has to itself. */
export async function makeCourse(
  request: APIRequestContext,
  setupKey: string,
  course: string,
): Promise<CreatedCourse> {
  const answer = await request.post("/api/courses", {
    data: { course, title: `Course ${course}` },
    headers: { Authorization: `Bearer ${setupKey}` },
  });
  return z.parse(CreatedCourse, await answer.json());
}

/** Joins a course as one more student and returns the pseudonym. `origin` is that of a lab other than the shared one. */
export async function joinDemo(
  page: Page,
  demo: CreatedCourse,
  { origin = "", name = "Ada Lovelace" } = {},
): Promise<string> {
  await page.goto(`${origin}/join/${demo.joinCode}`);
  await page.getByRole("textbox", { name: "Your name" }).fill(name);
  await page.getByRole("button", { name: `Join ${demo.title}` }).click();
  const heading = page.getByRole("heading", { name: /^You are / });
  await expect(heading).toBeVisible();
  return (await heading.innerText()).replace("You are ", "").trim();
}

/** Goes from the masthead to a page of the staff, as it is called between these. */
export async function openClassPage(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: "Class", exact: true }).click();
  await page.getByRole("navigation", { name: "Class" }).getByRole("link", { name }).click();
}

/** Axe finds nothing, and the page scrolls down only. */
export async function looksRight(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, "pixels that the page is too wide").toBe(0);
}

/** Opens the lab and waits until it can train. */
export async function openLab(page: Page, link = "/lab"): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole("button", { name: /^Train \d+ model/ })).toBeEnabled();
}

/** Chooses by value: an option's words change when its device has answered. */
export async function chooseEngine(page: Page, preference: Preference): Promise<void> {
  await page.getByRole("combobox", { name: "Engine" }).selectOption(preference);
}

/** A link that fills /lab with problem 1's sweep and these changes. */
export function labLink({
  widths = [5, 20, 40, 80, 100, 200],
  seeds = [0],
  ...changes
}: Partial<ExperimentSpec> & Partial<Pick<SweepSpec, "widths" | "seeds">>): string {
  const { spec } = readReference("mlp-5");
  return buildLabLink({ spec: { ...spec, ...changes }, widths: [...widths], seeds: [...seeds] });
}

/** Presses Train and waits until every run has finished. */
export async function trainAll(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Train \d+ model/ }).click();
  await expect(page.getByText(/^Trained \d+ models? in/).first()).toBeVisible();
}

/** The rows of the table of all runs, as an object a row: what stands under each column's name. Read at once: columns come while one looks. */
export async function readRuns(page: Page): Promise<Record<string, string>[]> {
  const table = page.getByRole("table", { name: /^All runs of this experiment/ });
  return await table.evaluate((element) => {
    const texts = (cells: Iterable<HTMLElement>) => Array.from(cells, ({ innerText }) => innerText.trim());
    const names = texts(element.querySelectorAll<HTMLElement>("thead th"));
    return Array.from(element.querySelectorAll<HTMLTableRowElement>("tbody tr"), (row) => {
      const cells = texts(row.cells);
      return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""]));
    });
  });
}

/** Trains what a link says, and opens a view of the model that the lab shows then. */
export async function openView(page: Page, { link, view }: { link: string; view: string }): Promise<void> {
  await openLab(page, link);
  await trainAll(page);
  await page.getByRole("tab", { name: view }).click();
}
