import { readFileSync } from "node:fs";
import type { Page, TestInfo } from "@playwright/test";
import Papa from "papaparse";
import { ClassView } from "../../shared/api/class.ts";
import type { CreatedCourse } from "../../shared/api/courses.ts";
import { FlagList } from "../../shared/api/flags.ts";
import { Gradebook } from "../../shared/api/grading/gradebook.ts";
import { AssignmentView } from "../../shared/api/homework.ts";
import { paths } from "../../shared/api/paths.ts";
import { Roster, RosterReport } from "../../shared/api/roster.ts";
import type { Assignment } from "../../shared/assignment/assignment.ts";
import { planRoster } from "../../tools/class/class-roster.ts";
import { type Filled, fillCourse } from "../../tools/class/fill-course.ts";
import { planSeat, type SeatPlan } from "../../tools/class/seat-plan.ts";
import { makeDoor } from "../../tools/demo/door.ts";
import { expect, looksRight, makeCourse, test } from "./lab-test.ts";

const SEATS = 300;
const FILL_MILLISECONDS = 15 * 60_000;

/** A whole class that joined, trained, answered and handed in, each as far as it came, before its staff looks at it. */
test.describe("a class of 300 whose runs were really trained", { tag: "@whole" }, () => {
  test.describe.configure({ mode: "serial" });
  let course: CreatedCourse;
  let filled: Filled;

  test.beforeAll(async ({ request, setupKey, baseURL }) => {
    test.setTimeout(FILL_MILLISECONDS);
    course = await makeCourse(request, setupKey, `class-${crypto.randomUUID().slice(0, 8)}`);
    const door = makeDoor(baseURL ?? "");
    await door.putRoster(await door.signIn(course.instructorKey), planRoster(SEATS));
    filled = await fillCourse({ door, joinCode: course.joinCode, seats: SEATS, told: () => {} });
  });
  test.beforeEach(async ({ page }) => {
    await page.goto(`/sign-in#${course.instructorKey}`);
    await expect(page.getByRole("link", { name: "Class", exact: true })).toBeVisible();
  });

  const read = async (page: Page, path: string): Promise<unknown> =>
    await (await page.request.get(path)).json();
  const readClass = async (page: Page) => ClassView.parse(await read(page, paths.class(course.course)));
  const readBook = async (page: Page) => Gradebook.parse(await read(page, paths.gradebook(course.course)));

  for (const [scheme, width] of [
    ["light", 1280],
    ["dark", 360],
  ] as const) {
    test.describe(`${scheme}, ${width} px`, () => {
      test.use({ colorScheme: scheme, viewport: { width, height: 900 } });

      test("stands on one page: how many are where, everyone by part, every plot with its quartiles", async ({
        page,
      }, info) => {
        const { students, plots } = await readClass(page);
        expect(students.id).toHaveLength(SEATS);
        expect(students.runs.reduce((sum, runs) => sum + runs, 0)).toBe(filled.runs);
        await page.goto(`/c/${course.course}/teach`);
        await expect(page.getByText(`${filled.handedIn} of ${SEATS} handed in`)).toBeVisible();
        await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", String(SEATS + 1));
        await expect(page.locator(".teach-help")).toContainText("loss that does not fall");
        await looksRight(page);
        await keepPicture(page, info, `class ${scheme}`);

        await page.getByRole("grid").focus();
        await page.keyboard.press("Control+End");
        await page.keyboard.press("Enter");
        await expect(page.getByRole("dialog")).toContainText(/not begun|empty|draft|ready/);
        await page.keyboard.press("Escape");

        for (const { question } of plots) {
          const heading = page.getByRole("heading", { name: question, exact: true }).last();
          await heading.scrollIntoViewIfNeeded();
          await expect(heading).toBeVisible();
        }
        await expect(page.getByText(/outliers?$/).first()).toBeVisible();
        await looksRight(page);
        await keepPicture(page, info, `plots ${scheme}`);
      });

      test("is shown to the class without a name", async ({ page }, info) => {
        const { students } = await readClass(page);
        await page.goto(`/c/${course.course}/teach?projector=on`);
        await expect(page.getByText(`${filled.handedIn} of ${SEATS} handed in`)).toBeVisible();
        const text = await page.locator("body").innerText();
        for (const who of [...students.pseudonym, ...students.name].filter((one) => one !== ""))
          expect(text).not.toContain(who);
        await looksRight(page);
        await keepPicture(page, info, `projector ${scheme}`);
      });

      test("is a gradebook that its graders take in", async ({ page }, info) => {
        await page.goto(`/c/${course.course}/grades`);
        await expect(page.getByText(`${filled.handedIn} of ${SEATS} students handed in`)).toBeVisible();
        await looksRight(page);
        await keepPicture(page, info, `grades ${scheme}`);
        await page.getByRole("tab", { name: "Students" }).click();
        await expect(page.getByRole("table").last().getByRole("link").first()).toBeVisible();
        await looksRight(page);
        await keepPicture(page, info, `grades by student ${scheme}`);
        await page.goto(`/c/${course.course}/grades/parts/1f`);
        await expect(page.getByRole("checkbox").first()).toBeVisible();
        await looksRight(page);
        await keepPicture(page, info, `desk ${scheme}`);
      });
    });
  }

  test("is graded by what the lab proposes and people decide, and goes to Canvas", async ({ page }) => {
    const before = await readBook(page);
    await page.goto(`/c/${course.course}/grades`);
    await page.getByRole("button", { name: "Accept proposals" }).first().click();
    await page.getByRole("radio", { name: /^All of them/ }).check();
    await page.getByRole("button", { name: `Accept ${filled.handedIn} proposals` }).click();
    await expect(page.getByText(`${filled.handedIn} proposals accepted.`)).toBeVisible();

    await page.goto(`/c/${course.course}/grades/parts/1b`);
    await expect(page.getByText(`1 of ${filled.handedIn} students`)).toBeVisible();
    await expect(page.getByRole("checkbox").first()).toBeVisible();
    await page.keyboard.press("a");
    await page.keyboard.press("Enter");
    await expect(page.getByText(`2 of ${filled.handedIn} students`)).toBeVisible();
    await expect.poll(async () => count((await readBook(page)).scores[1])).toBe(1);

    // The other parts of those who handed in, as the page does it part by part.
    for (const { id } of before.parts.slice(1)) {
      const p = before.parts.findIndex((part) => part.id === id);
      const waiting = before.students.handle.flatMap((handle, s) => {
        const [score, submission] = [before.proposals[p]?.[s], before.students.submission[s]];
        return score == null || submission == null ? [] : [{ handle, submission, score }];
      });
      const accepted = await page.request.post(paths.acceptProposals(course.course, id), {
        data: { version: before.version, students: waiting },
      });
      expect(accepted.status(), id).toBe(200);
    }
    const after = await readBook(page);
    for (const scores of after.scores) expect(count(scores)).toBe(filled.handedIn);

    await page.goto(`/c/${course.course}/grades?show=release`);
    await page.getByRole("button", { name: "Release all grades" }).click();
    await page.getByRole("button", { name: /^Show \d+ students? their grades/ }).click();
    await expect(page.getByText(/^Released by instructor/)).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save for Canvas (CSV)" }).click(),
    ]);
    const saved = readFileSync(await download.path(), "utf8");
    const { data, errors } = Papa.parse<string[]>(saved.trim());
    expect(errors).toEqual([]);
    const { rows } = Roster.parse(await read(page, paths.roster(course.course)));
    const rowOf = new Map(rows.flatMap((row) => (row.member === null ? [] : [[row.member, row] as const])));
    const { who, submission, total } = after.students;
    const expected = who?.id.flatMap((id, s) => {
      const row = rowOf.get(id);
      if (row === undefined || submission[s] === null) return [];
      return [[row.name, row.canvasId, row.studentId, row.login, row.section, String(total[s])]];
    });
    expect(data.slice(2).toSorted(byText)).toEqual(expected?.toSorted(byText));

    // Canvas's own file, and ours, are rosters that change nothing.
    for (const csv of [planRoster(SEATS), saved]) {
      const again = await page.request.put(paths.roster(course.course), { data: { csv, dryRun: true } });
      const { lines } = RosterReport.parse(await again.json());
      expect(lines.filter(({ outcome }) => outcome !== "same" && outcome !== "skipped")).toEqual([]);
      expect(lines.filter(({ outcome }) => outcome === "same").length).toBeGreaterThan(100);
    }
  });

  test("has flags on who copied a text or trained what another trained, and on nobody else", async ({
    page,
  }) => {
    const flags = async () => FlagList.parse(await read(page, paths.flags(course.course)));
    await expect.poll(async () => (await flags()).unmeasured, { timeout: 120_000 }).toBe(0);
    const found = (await flags()).flags.map((flag) => {
      const pair =
        flag.kind === "copiedText" || flag.kind === "sameWeights" ? [flag.first, flag.later] : [flag.student];
      return `${flag.kind}: ${pair
        .map(({ name }) => name)
        .sort()
        .join(", ")}`;
    });
    const { assignment } = AssignmentView.parse(await read(page, paths.assignment(course.course)));
    const copied = listCopiedTexts(assignment);
    expect(copied.length).toBeGreaterThan(0);
    expect([...new Set(found.filter((one) => one.startsWith("copiedText")))].sort()).toEqual(copied);
    const others = found.filter((one) => !one.startsWith("copiedText"));
    const trained = listSameRuns(assignment);
    expect(others.filter((one) => !trained.has(one))).toEqual([]);
    await page.goto(`/c/${course.course}/flags`);
    await expect(page.getByRole("button", { name: /share \d+ % of the shorter text/ }).first()).toBeVisible();
    await looksRight(page);
  });
});

/** Who copied in the plan, and of whom: pairs that both wrote a text which stands in the other's. */
function listCopiedTexts(assignment: Assignment): readonly string[] {
  const seats = Array.from({ length: SEATS }, (_, seat) => planSeat(seat, assignment));
  return seats
    .flatMap((later, seat) => {
      const first = seats[seat - 1];
      if (first === undefined || !textsOf(later).some((text) => textsOf(first).includes(text))) return [];
      const names = [first, later].map(({ name }) => `${name.first} ${name.last}`);
      return [`copiedText: ${names.sort().join(", ")}`];
    })
    .sort();
}

/** Pairs that trained the same spec from the same seed, which gives the same weights: one copied, or both chose one seed. */
function listSameRuns(assignment: Assignment): ReadonlySet<string> {
  const seats = Array.from({ length: SEATS }, (_, seat) => {
    const { name, steps } = planSeat(seat, assignment);
    const runs = steps.flatMap((step) => (step.kind === "run" ? step.runs : []));
    return {
      name: `${name.first} ${name.last}`,
      specs: new Set(runs.map(({ spec }) => JSON.stringify(spec))),
    };
  });
  return new Set(
    seats.flatMap((one, i) =>
      seats
        .slice(i + 1)
        .filter(({ specs }) => [...specs].some((spec) => one.specs.has(spec)))
        .map((other) => `sameWeights: ${[one.name, other.name].sort().join(", ")}`),
    ),
  );
}

function textsOf({ steps }: SeatPlan): readonly string[] {
  return steps.flatMap((step) =>
    step.kind === "answer" && step.answer.kind === "text" ? [`${step.cell}: ${step.answer.markdown}`] : [],
  );
}

const byText = (a: readonly string[], b: readonly string[]) => a.join().localeCompare(b.join());

const count = (scores: readonly (number | null)[] | undefined) =>
  scores?.filter((score) => score !== null).length;

/** What a person would see, beside the test's report. */
async function keepPicture(page: Page, info: TestInfo, name: string): Promise<void> {
  const path = info.outputPath(`${name}.png`);
  await page.screenshot({ path, fullPage: true });
  await info.attach(name, { path, contentType: "image/png" });
}
