import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { AssignmentView } from "../../shared/api/homework.ts";
import { paths } from "../../shared/api/paths.ts";
import type { Assignment } from "../../shared/assignment/assignment.ts";
import { NOTHING_DUE } from "../../shared/assignment/deadline.ts";
import { forStudents } from "../../shared/assignment/for-students.ts";
import { BUILT_IN_HOMEWORK } from "../../shared/assignment/homework/index.ts";
import { setDueAt } from "../../worker/store/schedules.ts";
import {
  type Class,
  COURSE,
  countHomework,
  FAR_AHEAD,
  LONG_AGO,
  makeClass,
  readAssignment,
} from "./homework.ts";
import { makeBrowser, refusal } from "./lab.ts";

let school: Class;
beforeEach(async () => {
  school = await makeClass();
});

const titled = (title: string): Assignment => ({ ...BUILT_IN_HOMEWORK, title });

const due = (dueAt: string | null) => ({ ...NOTHING_DUE, dueAt, extended: false });

function put(body: unknown, browser = school.instructor): Promise<Response> {
  return browser.put(paths.assignment(COURSE), body);
}

describe("a course's homework", () => {
  test("is the built-in one, version 1 and not due, until an instructor changes it", async () => {
    expect(await readAssignment(school.student)).toEqual({
      assignment: forStudents(BUILT_IN_HOMEWORK),
      version: 1,
      ...due(null),
    });
    expect((await countHomework()).assignments).toBe(0);
  });

  test("that an instructor puts is the next version, for everyone at once", async () => {
    const answer = await put({ assignment: titled("Ours"), base: 1, dueAt: FAR_AHEAD });
    expect(answer.status).toBe(200);
    const next = { assignment: titled("Ours"), version: 2, ...due(FAR_AHEAD) };
    expect(AssignmentView.parse(await answer.json())).toEqual(next);
    expect(await readAssignment(school.instructor)).toEqual(next);
    expect(await readAssignment(school.student)).toEqual({
      ...next,
      assignment: forStudents(titled("Ours")),
    });
    expect(
      await (await put({ assignment: titled("Ours, again"), base: 2, dueAt: null })).json(),
    ).toMatchObject({
      version: 3,
      dueAt: null,
    });
  });

  test("may get a due date alone, which makes no new version", async () => {
    await put({ base: 1, dueAt: "2999-12-31T18:59:00-05:00" });
    expect(await readAssignment(school.student)).toEqual({
      assignment: forStudents(BUILT_IN_HOMEWORK),
      version: 1,
      ...due(FAR_AHEAD),
    });
    const { assignment } = await readAssignment(school.instructor);
    await put({ assignment, base: 1, dueAt: LONG_AGO });
    expect(await readAssignment(school.student)).toMatchObject({ version: 1, dueAt: LONG_AGO });
    await put({ assignment: titled("Ours"), base: 1, dueAt: LONG_AGO });
    await put({ base: 2, dueAt: null });
    expect(await readAssignment(school.student)).toMatchObject({ version: 2, dueAt: null });
    expect((await countHomework()).assignments).toBe(1);
  });

  test("put without a due date leaves the one that is set", async () => {
    await put({ base: 1, dueAt: FAR_AHEAD });
    const answer = await put({ assignment: titled("Ours"), base: 1 });
    expect(await answer.json()).toMatchObject({ version: 2, dueAt: FAR_AHEAD });
  });

  test("put again after its response was lost is the same version", async () => {
    const body = { assignment: titled("Ours"), base: 1, dueAt: null };
    const first = await (await put(body)).json();
    const second = await put(body);
    expect(second.status).toBe(200);
    expect(await second.json()).toEqual(first);
  });

  test("changed by two at once is one's, and the other is told", async () => {
    const answers = await Promise.all([
      put({ assignment: titled("One"), base: 1, dueAt: null }),
      put({ assignment: titled("Other"), base: 1, dueAt: null }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [lost] = answers.filter(({ status }) => status === 409);
    expect(lost && (await refusal(lost))).toMatchObject({
      field: "base",
      message:
        "The homework is at version 2, and you changed version 1. Get it again, make your change there, and put it with base 2.",
    });
    expect((await countHomework()).assignments).toBe(1);
  });

  test("that changed between reading and writing does not get the due date of its old version", async () => {
    await put({ assignment: titled("Ours"), base: 1, dueAt: null });
    const changes = async (version: number) =>
      (await setDueAt(env.DB, { course: COURSE, version, dueAt: FAR_AHEAD }).run()).meta.changes;
    expect(await changes(1)).toBe(0);
    expect(await changes(2)).toBe(1);
    expect(await readAssignment(school.student)).toMatchObject({ version: 2, dueAt: FAR_AHEAD });
  });

  test("of an old version is refused, and so is a due date for it", async () => {
    await put({ assignment: titled("Ours"), base: 1, dueAt: null });
    await put({ assignment: titled("Ours, again"), base: 2, dueAt: null });
    expect((await put({ assignment: titled("Mine"), base: 1, dueAt: null })).status).toBe(409);
    expect((await put({ base: 1, dueAt: FAR_AHEAD })).status).toBe(409);
    expect((await put({ base: 9, dueAt: FAR_AHEAD })).status).toBe(409);
    expect(await readAssignment(school.student)).toMatchObject({ version: 3, dueAt: null });
  });
});

describe("a bad homework is refused by field, and nothing is stored:", () => {
  const [problem] = BUILT_IN_HOMEWORK.problems;
  const [part] = problem?.parts ?? [];
  if (problem === undefined || part === undefined) throw new Error("the built-in homework is empty");
  const withCell = (cell: object) => ({
    ...BUILT_IN_HOMEWORK,
    problems: [{ ...problem, parts: [{ ...part, cells: [cell] }] }],
  });
  const good = { base: 1, dueAt: null };
  test.each([
    ["no JSON", "{", undefined, "expected JSON"],
    ["without a base", { dueAt: null }, "base", "expected a number, got nothing"],
    ["a base of 0", { ...good, base: 0 }, "base", "at least 1, got 0"],
    ["a day that is none", { ...good, dueAt: "tomorrow" }, "dueAt", "expected a time with its zone"],
    ["a time without its zone", { ...good, dueAt: "2026-12-01T23:59:00" }, "dueAt", "a time with its zone"],
    ["a field too many", { ...good, grade: 1 }, "grade", "unknown field"],
    ["no object", { ...good, assignment: 7 }, "", "expected an object, got 7"],
    [
      "no problems",
      { ...good, assignment: { ...BUILT_IN_HOMEWORK, problems: [] } },
      "problems",
      "at least 1",
    ],
    [
      "points that are no number",
      `{"base":1,"dueAt":null,"assignment":${JSON.stringify(BUILT_IN_HOMEWORK).replace('"points":2', '"points":1e999')}}`,
      "problems[0].parts[0].points",
      "expected a number, got Infinity",
    ],
    [
      "an unknown kind of cell",
      { ...good, assignment: withCell({ kind: "essay", id: "1a-essay" }) },
      "problems[0].parts[0].cells[0].kind",
      'unknown kind "essay"',
    ],
    [
      "a plot of runs that are not there",
      {
        ...good,
        assignment: withCell({
          kind: "plot",
          id: "1a-plot",
          question: "?",
          plot: "errorByWidth",
          runs: ["9z"],
          see: "",
        }),
      },
      "problem 1 (a), cell 1a-plot",
      "runs names 9z, which is no run cell",
    ],
  ])("%s", async (_, body, field, message) => {
    const refused = await refusal(await put(body));
    expect(refused.status).toBe(400);
    expect(refused.field ?? "").toBe(field ?? "");
    expect(refused.message).toContain(message);
    expect((await countHomework()).assignments).toBe(0);
  });

  test("more than 200 KB", async () => {
    const refused = await refusal(await put({ ...good, assignment: titled("x".repeat(200_000)) }));
    expect(refused).toMatchObject({ status: 413, message: "expected a homework of at most 200000 bytes" });
  });

  test("from a student, and from who is no member", async () => {
    const body = { assignment: titled("Easy"), base: 1, dueAt: null };
    expect((await put(body, school.student)).status).toBe(403);
    expect((await put(body, makeBrowser())).status).toBe(401);
    expect((await countHomework()).assignments).toBe(0);
  });
});
