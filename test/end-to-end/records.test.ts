import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import * as z from "zod/mini";
import { expect, labLink, looksRight, makeCourse, openLab, test, trainAll } from "./lab-test.ts";

const File = z.object({ course: z.string(), tables: z.record(z.string(), z.array(z.unknown())) });

/** What the page saves when the button is pressed: the file's name and its text. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

/** Joins under a name, and says the pseudonym. */
async function joinAs(page: Page, joinCode: string, name: string): Promise<string> {
  const answer = await page.request.post("/api/join", { data: { code: joinCode, name } });
  const { member } = z.object({ member: z.object({ pseudonym: z.string() }) }).parse(await answer.json());
  return member.pseudonym;
}

test.use({ expectedErrors: [/status of 40[14]|ERR_FAILED/] });

test("a student saves all that the course holds of the student, is erased, and the browser forgets the course", async ({
  page,
  request,
  setupKey,
}) => {
  const { course, joinCode } = await makeCourse(request, setupKey, "erasing");
  await page.goto(`/join/${joinCode}`);
  await page.getByRole("textbox", { name: "Your name" }).fill("Ada Lovelace");
  await page.getByRole("button", { name: /^Join / }).click();
  const heading = page.getByRole("heading", { name: /^You are / });
  const pseudonym = (await heading.innerText()).replace("You are ", "").trim();
  await page.goto(`/c/${course}/me`);
  const { name, text } = await saved(page, () =>
    page.getByRole("button", { name: "Save everything the course holds of you" }).press("Enter"),
  );
  expect(name).toBe(`latent-lab-${course}-${pseudonym}.json`);
  expect(File.parse(JSON.parse(text)).tables.members).toMatchObject([{ pseudonym, role: "student" }]);

  await page.getByRole("button", { name: "Erase me" }).press("Enter");
  const typed = page.getByRole("textbox", { name: `Type ${pseudonym} to confirm` });
  await expect(typed).toBeFocused();
  await page.keyboard.type("someone");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText(`Expected ${pseudonym}`);
  await typed.fill(pseudonym);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "You are erased from the course" })).toBeVisible();
  await expect(page.getByText("has deleted what it kept")).toBeVisible();
  await page.goto(`/c/${course}/me`);
  await expect(page.getByRole("heading", { name: /no member of the class/ })).toBeVisible();
});

test("drafts and waiting runs of the course go with the student, those of other courses stay @whole", async ({
  page,
  request,
  setupKey,
}) => {
  const gone = await makeCourse(request, setupKey, "gone");
  const stays = await makeCourse(request, setupKey, "stays");
  const names: Record<string, string> = {};
  await page.route("**/api/courses/*/runs/*", (route) => route.abort());
  for (const { course, joinCode } of [stays, gone]) {
    await page.goto(`/join/${joinCode}`);
    await page.getByRole("textbox", { name: "Your name" }).fill("Ada Lovelace");
    await page.getByRole("button", { name: /^Join / }).click();
    const heading = page.getByRole("heading", { name: /^You are / });
    names[course] = (await heading.innerText()).replace("You are ", "").trim();
    await page.goto(`/c/${course}/hw`);
    const text = page.locator("textarea").first();
    await text.fill(`Of ${course}.`);
    await expect.poll(() => listKept(page, "drafts")).toContain(course);
    await openLab(page, labLink({ widths: [5] }));
    await trainAll(page);
    await expect.poll(() => listKept(page, "runs")).toContain(course);
  }
  await page.goto(`/c/${gone.course}/me`);
  await page.getByRole("button", { name: "Erase me" }).click();
  await page.getByRole("textbox", { name: /to confirm$/ }).fill(names[gone.course] ?? "");
  await looksRight(page);
  await page.getByRole("button", { name: "Erase me for good" }).click();
  await expect(page.getByRole("heading", { name: "You are erased from the course" })).toBeVisible();
  await looksRight(page);
  for (const what of ["drafts", "runs"] as const)
    expect(new Set(await listKept(page, what)), what).toEqual(new Set([stays.course]));
  await page.goto(`/c/${stays.course}/me`);
  await expect(page.getByRole("heading", { name: `You are ${names[stays.course]}` })).toBeVisible();
});

const Kept = z.array(
  z.union([z.object({ course: z.string() }), z.object({ state: z.object({ course: z.string() }) })]),
);

/** The course of everything of a kind that this device keeps. */
async function listKept(page: Page, store: "drafts" | "runs"): Promise<readonly string[]> {
  const rows: unknown = await page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("latent-lab");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction(name).objectStore(name).getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result);
          };
        };
      }),
    store,
  );
  return Kept.parse(rows).map((row) => ("course" in row ? row.course : row.state.course));
}

test.describe("the records of a course", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("are saved whole although they are stopped and a page fails, a table as CSV; an owner erases a student, and the log is narrowed @whole", async ({
    page,
    browser,
    request,
    setupKey,
  }) => {
    const { course, joinCode, instructorKey } = await makeCourse(request, setupKey, "records");
    const names = [];
    for (const name of ["=Ada", "Bob Bauer"])
      names.push(await joinAs(await (await browser.newContext()).newPage(), joinCode, name));
    const [ada = "", bob = ""] = names;
    await page.goto(`/sign-in#${instructorKey}`);
    await page.waitForURL(`/c/${course}/board`);
    await page.goto(`/c/${course}/records`);
    await expect(page.getByText("Nothing was changed yet.")).toBeVisible();
    await looksRight(page);

    await page.getByRole("tab", { name: "Log" }).press("ArrowRight");
    // A page that never comes: the reader stops.
    await page.route("**/export/members*", () => {}, { times: 1 });
    await page.getByRole("button", { name: "Save everything as JSON" }).press("Enter");
    await expect(page.getByText(/^Reading who joined/)).toBeVisible();
    await page.getByRole("button", { name: "Stop saving everything as JSON" }).press("Enter");
    await expect(page.getByText(/^Stopped at who joined/)).toBeVisible();
    await page.route("**/export/runs*", (route) => route.abort(), { times: 1 });
    await page.getByRole("button", { name: "Go on saving everything as JSON" }).press("Enter");
    await expect(page.getByText(/Not saved yet: The server cannot be reached/)).toBeVisible();
    await looksRight(page);
    const whole = await saved(page, () =>
      page.getByRole("button", { name: "Go on saving everything as JSON" }).press("Enter"),
    );
    expect(whole.name).toBe(`latent-lab-${course}.json`);
    const { tables } = File.parse(JSON.parse(whole.text));
    expect(tables.members).toHaveLength(3);
    expect(Object.keys(tables)).toContain("audit");
    const csv = await saved(page, () => page.getByRole("button", { name: "Save members as CSV" }).click());
    expect(csv.text).toContain(`"'=Ada"`);

    await page.getByRole("tab", { name: "Erasure" }).click();
    await page.getByRole("searchbox", { name: /^Find a student/ }).fill("bauer");
    await page.getByRole("button", { name: `Bob Bauer (${bob})` }).press("Enter");
    await expect(page.getByRole("textbox", { name: `Type ${bob} to confirm` })).toBeFocused();
    await looksRight(page);
    await page.keyboard.type(bob);
    await page.keyboard.press("Enter");
    await expect(page.getByText(/^Erased\. What is left/)).toBeVisible();
    await page.getByRole("searchbox", { name: /^Find a student/ }).fill("bauer");
    await expect(page.getByText("No student has this name or pseudonym.")).toBeVisible();

    await page.getByRole("tab", { name: "Log" }).click();
    const changes = page.getByRole("list", { name: "Changes" }).getByRole("listitem");
    await expect(changes).toHaveCount(1);
    await expect(changes).toContainText("instructor erased a student");
    await page.getByRole("combobox", { name: "Topic" }).selectOption("Grades");
    await expect(page.getByText("No such change was made.")).toBeVisible();
    await page.getByRole("combobox", { name: "Topic" }).selectOption("Erasure");
    await expect(changes).toHaveCount(1);
    await page.getByRole("searchbox", { name: /^Who did it/ }).fill(ada);
    await expect(changes).toHaveCount(0);
  });
});
