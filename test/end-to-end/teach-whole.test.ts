import AxeBuilder from "@axe-core/playwright";
import type { APIRequestContext, Browser, Page } from "@playwright/test";
import type { CreatedCourse } from "../../shared/api/courses.ts";
import { Joined, SessionList } from "../../shared/api/members.ts";
import { expect, joinDemo, makeCourse, test } from "./lab-test.ts";
import { pasteOver } from "./notebook.ts";

// A socket that is refused, and a session that has ended, are what these tests bring about.
test.use({ expectedErrors: [/WebSocket connection to|status of 40[14]/] });

/** A course of its own, watched by its owner on `page`. */
async function watchCourse({
  page,
  request,
  setupKey,
}: {
  page: Page;
  request: APIRequestContext;
  setupKey: string;
}): Promise<CreatedCourse> {
  const course = await makeCourse(request, setupKey, `class-${crypto.randomUUID().slice(0, 8)}`);
  await page.goto(`/sign-in#${course.instructorKey}`);
  await page.getByRole("link", { name: "Class", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Nobody has joined yet" })).toBeVisible();
  return course;
}

/** Joins through the API, which takes a tenth of the time, and gives the student's own browser. */
async function join(browser: Browser, { course, joinCode }: CreatedCourse, name: string) {
  const context = await browser.newContext();
  const answer = await context.request.post("/api/join", { data: { code: joinCode, name } });
  const { member } = Joined.parse(await answer.json());
  return {
    context,
    pseudonym: member.pseudonym,
    stand: (part: string, errors: Record<string, number> = {}) =>
      context.request.post(`/api/courses/${course}/presence`, { data: { part, errors } }),
    answer: (cell: string, text: string) =>
      context.request.put(`/api/courses/${course}/answers/${cell}`, {
        data: { base: 0, answer: { kind: "number", text } },
      }),
  };
}

async function expectNoViolations(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
}

test("@whole the projector view has no names, no pseudonyms and no single student, at 360 px and in large type", async ({
  page,
  browser,
  request,
  setupKey,
}) => {
  const course = await watchCourse({ page, request, setupKey });
  const ada = await join(browser, course, "Ada Lovelace");
  await ada.stand("1f", { code: 4 });
  await ada.answer("1a-number", "64");
  await expect(page.getByRole("gridcell", { name: /^1a ready/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Ada Lovelace" }).first()).toBeVisible();
  await expectNoViolations(page);

  await page.getByRole("button", { name: /^Projector view/ }).click();
  await expect(page.locator("html")).toHaveAttribute("data-size", "projector");
  await expect(page.getByRole("heading", { name: "1 of 1 are here now" })).toBeVisible();
  await expect(page.locator(".teach-help")).toContainText("1 code");
  await page.setViewportSize({ width: 360, height: 740 });
  for (const name of ["Ada", ada.pseudonym]) await expect(page.locator("body")).not.toContainText(name);
  await expect(page.getByRole("grid")).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await expectNoViolations(page);

  await page.getByRole("button", { name: "Leave the projector view" }).click();
  await expect(page.getByRole("grid")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-size", "normal");
  await expectNoViolations(page);
});

test("@whole nothing moves under the reader's hand: a pill says who would, and the keyboard does it all", async ({
  page,
  browser,
  request,
  setupKey,
}) => {
  const course = await watchCourse({ page, request, setupKey });
  await (await join(browser, course, "Mia")).stand("1a");
  const grid = page.getByRole("grid");
  const names = () => grid.getByRole("rowheader").allInnerTexts();
  const active = () =>
    page.evaluate(() => {
      const id = document.activeElement?.getAttribute("aria-activedescendant") ?? "";
      return document.getElementById(id)?.getAttribute("aria-label") ?? "";
    });
  await expect.poll(names).toEqual(["Mia"]);
  await grid.focus();
  const ada = await join(browser, course, "Ada");
  await ada.stand("1f");
  await expect(page.getByRole("button", { name: "1 student would move" })).toBeVisible();
  expect(await names()).toEqual(["Mia"]);
  await page.getByRole("button", { name: "1 student would move" }).press("Enter");
  await expect.poll(names).toEqual(["Ada", "Mia"]);

  await grid.focus();
  await page.keyboard.press("ArrowRight");
  expect(await active()).toBe("1a empty");
  await ada.answer("1a-number", "64");
  await expect.poll(active).toBe("1a ready");
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Home");
  expect(await active()).toContain("Mia");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Mia" })).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(grid).toBeFocused();

  await page.getByLabel("Part", { exact: true }).selectOption("1a");
  await page.getByLabel("which is").selectOption("ready");
  await expect.poll(names).toEqual(["Ada"]);
  await page.getByRole("button", { name: "Show everyone" }).click();
  await page.getByLabel("Sort").selectOption("least far first");
  await expect.poll(names).toEqual(["Mia", "Ada"]);
});

test("@whole where the socket fails the page asks instead, and says so", async ({
  page,
  browser,
  request,
  setupKey,
}) => {
  await page.routeWebSocket(/\/live$/, (socket) => socket.close());
  const course = await watchCourse({ page, request, setupKey });
  await expect(page.getByText(/^Not connected live/)).toBeVisible();
  const ada = await join(browser, course, "Ada");
  await ada.stand("1f");
  await expect(page.getByRole("heading", { name: "1 of 1 are here now" })).toBeVisible();
  await ada.answer("1a-number", "64");
  await expect(page.getByRole("gridcell", { name: /^1a ready/ })).toBeVisible();
  await expect(page.getByText(/^Not connected live/)).toBeVisible();
});

test("@whole a session that is ended elsewhere takes the class off the page at once", async ({
  page,
  browser,
  request,
  setupKey,
}) => {
  const course = await watchCourse({ page, request, setupKey });
  await (await join(browser, course, "Ada")).stand("1a");
  await expect(page.getByRole("grid")).toContainText("Ada");
  await expect(page.getByText(/^Live/)).toBeVisible();
  const sessions = `/api/courses/${course.course}/sessions`;
  const { sessions: own } = SessionList.parse(await (await page.request.get(sessions)).json());
  await page.request.delete(`${sessions}/${own[0]?.id}`);
  await expect(page.getByRole("heading", { name: "Your session has ended" })).toBeVisible();
  await expect(page.locator("body")).not.toContainText("Ada");
});

test("@whole a student's page tells what keeps failing until it goes well, and nothing while it is hidden", async ({
  page,
  browser,
  request,
  setupKey,
}) => {
  const course = await watchCourse({ page, request, setupKey });
  const student = await (await browser.newContext()).newPage();
  const told: string[] = [];
  student.on("request", (sent) => {
    if (sent.url().endsWith("/presence")) told.push(sent.postData() ?? "");
  });
  await joinDemo(student, course);
  await student.goto(`/c/${course.course}/hw#1c`);
  const code = student.getByRole("textbox", { name: "Your MLP autoencoder" });
  for (const source of ["class A(nn.Module): pass", "class B(nn.Module): pass"]) {
    await code.click();
    await pasteOver(student, source);
    await student.waitForTimeout(5_500);
  }
  await expect(page.locator(".teach-help")).toContainText("code failed 2 times");
  await student.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  const before = told.length;
  await student.evaluate(() => scrollTo(0, 0));
  await student.waitForTimeout(5_000);
  expect(told.slice(before)).toEqual([]);
});
