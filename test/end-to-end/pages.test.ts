import { gzipSync } from "node:zlib";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { CreatedCourse } from "../../shared/api/courses.ts";
import { expect, joinDemo, labLink, openLab, test, trainAll } from "./lab-test.ts";

const FIRST_PAGE_SCRIPT_BYTES = 60_000;
/** Both themes and both sizes, each once: a theme changes colours alone, and a size none of them. */
const VIEWS = [
  { scheme: "dark", screen: "phone", viewport: { width: 360, height: 740 } },
  { scheme: "light", screen: "desktop", viewport: { width: 1280, height: 900 } },
] as const;

/** Every page, brought to the state in which it is read. The lab comes trained, by a member, with a run that was sent. */
function listPages(demo: CreatedCourse): readonly (readonly [string, (page: Page) => Promise<void>])[] {
  const ready = (path: string, text: RegExp) => async (page: Page) => {
    await page.goto(path);
    await expect(page.getByRole("main").getByText(text).first()).toBeVisible();
  };
  return [
    ["home", home],
    ["lab, idle", ready("/lab", /^Nothing is trained yet/)],
    ["join", ready("/join", /What joining means/)],
    ["invitation", ready(`/join/${demo.joinCode}`, /What joining means/)],
    ["unknown code", ready("/join/ZZZZ99", /No class has the code/)],
    ["sign in", ready("/sign-in", /Sign in as an instructor/)],
    ["make a course", ready("/new", /For who teaches a class/)],
    ["come back", ready("/recover", /the same member as before/)],
    ["runs, a stranger's", ready("/c/demo/runs", /no member/)],
    ["homework, a stranger's", ready("/c/demo/hw", /for members of the class/)],
    ["not found", ready("/nowhere", /./)],
    ["lab, trained", trainedLab(demo)],
    ["runs", ready("/c/demo/runs", /reproduced/)],
    ["you", ready("/c/demo/me", /this one/)],
    ["board", board("/c/demo/board")],
    ["board of problem 2", board("/c/demo/board?problem=problem-2")],
    ["board of problem 3", ready("/c/demo/board?board=problem-3", /^Ranking$/)],
    ["run", run],
    ["no run", ready("/r/nothing", /There is no run behind this link/)],
  ];
}

async function home(page: Page): Promise<void> {
  await page.goto("/");
  await expect(page.getByText(/epochs took/)).toBeVisible();
  await page.getByRole("link", { name: /figures/ }).click();
  await expect(page.getByRole("figure").first()).toContainText(/PCA floor\s*\d/);
}

function board(path: string) {
  return async (page: Page) => {
    await page.goto(path);
    await expect(page.getByRole("main").getByRole("table")).toHaveCount(2);
  };
}

function trainedLab(demo: CreatedCourse) {
  return async (page: Page) => {
    await joinDemo(page, demo);
    await openLab(page, labLink({ widths: [5, 20], seeds: [0, 1] }));
    await trainAll(page);
    await expect(page.getByRole("link", { name: "reproduced" })).toHaveCount(4);
  };
}

async function run(page: Page): Promise<void> {
  await page.goto("/c/demo/board");
  await page
    .getByRole("table", { name: /^Ranking/ })
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByText(/Your browser just ran these weights/)).toBeVisible();
}

for (const { scheme, screen, viewport } of VIEWS) {
  test.describe(`${scheme}, ${screen}`, { tag: scheme === "light" ? "@whole" : [] }, () => {
    // The pages that are missing on purpose log their 404 or 401.
    test.use({ colorScheme: scheme, viewport, expectedErrors: [/status of 40[14]/] });

    test("every page passes axe and scrolls down only", async ({ page, demo }) => {
      test.slow();
      for (const [name, open] of listPages(demo)) {
        await test.step(name, async () => {
          await open(page);
          const { violations } = await new AxeBuilder({ page }).analyze();
          const found = violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
          );
          expect.soft(found, `axe on ${name}`).toEqual([]);
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect.soft(over, `pixels that ${name} is too wide`).toBe(0);
        });
      }
    });
  });
}

test("the first page needs at most 60 KB of gzipped script, and no TensorFlow.js", async ({ page }) => {
  const scripts = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    if (/\.(js|wasm)$/.test(new URL(response.url()).pathname)) scripts.set(response.url(), response.body());
  });
  await page.goto("/");
  await expect(page.getByText(/epochs took \d+ ms/)).toBeVisible();
  const sizes = await Promise.all(
    Array.from(scripts, async ([url, body]) => `${gzipSync(await body).length} ${new URL(url).pathname}`),
  );
  const total = sizes.reduce((sum, line) => sum + Number.parseInt(line, 10), 0);
  expect(scripts.size).toBeGreaterThan(1);
  expect(total, sizes.join("\n")).toBeLessThanOrEqual(FIRST_PAGE_SCRIPT_BYTES);
});

test("pages come with a policy that lets in no foreign script", async ({ request }) => {
  for (const path of ["/", "/lab", "/c/demo/board"]) {
    const policy = (await request.get(path)).headers()["content-security-policy"] ?? "";
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).not.toContain("unsafe-eval' 'unsafe-inline'");
  }
});

test("an instructor signs in by link, which leaves no key behind, and sees everyone's runs", async ({
  page,
  demo,
}) => {
  await page.goto(`/sign-in#${demo.instructorKey}`);
  await expect(page).toHaveURL(/\/c\/demo\/board$/);
  expect(page.url()).not.toContain(demo.instructorKey);
  await page.getByRole("link", { name: "Runs" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("All runs");
  const runs = page.getByRole("table", { name: /^Runs that the server has/ }).getByRole("row");
  await expect.poll(() => runs.count()).toBeGreaterThan(50);
});
