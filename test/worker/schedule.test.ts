import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { type Receipt, ReceiptList } from "../../shared/api/homework.ts";
import { paths } from "../../shared/api/paths.ts";
import { ScheduleView } from "../../shared/api/schedule.ts";
import { AuditLog } from "../../shared/api/staff.ts";
import { NOTHING_DUE, type Schedule } from "../../shared/assignment/deadline.ts";
import {
  type Class,
  COURSE,
  FAR_AHEAD,
  handIn,
  LONG_AGO,
  makeClass,
  readAssignment,
  receiptOf,
} from "./homework.ts";
import { type Browser, refusal } from "./lab.ts";

let school: Class;
beforeEach(async () => {
  school = await makeClass();
});

const RULE = { graceMinutes: 15, percentADay: 10, cutOffHours: null };
const HOUR_MS = 3_600_000;

function put(schedule: object, base = 0, browser: Browser = school.instructor): Promise<Response> {
  return browser.put(paths.schedule(COURSE), { base, ...NOTHING_DUE, ...schedule });
}
async function readSchedule(): Promise<ScheduleView> {
  return ScheduleView.parse(await (await school.instructor.send(paths.schedule(COURSE))).json());
}
async function listReceipts(browser: Browser): Promise<readonly Receipt[]> {
  return ReceiptList.parse(await (await browser.send(paths.submissions(COURSE))).json()).submissions;
}
async function listChanges() {
  const { entries } = AuditLog.parse(await (await school.instructor.send(paths.audit(COURSE))).json());
  return entries.map(({ change }) => change);
}
const hoursBefore = (receivedAt: string, hours: number) =>
  new Date(Date.parse(receivedAt) - hours * HOUR_MS).toISOString();

describe("a course's schedule", () => {
  test("has nothing due until someone sets it", async () => {
    expect(await readSchedule()).toEqual({ ...NOTHING_DUE, revision: 0 });
  });

  test("is kept in UTC with the zone in which the course says it, and every student sees it", async () => {
    const sent = { dueAt: "2999-12-31T18:59:00-05:00", zone: "America/New_York", rule: RULE };
    const answer = await put(sent);
    expect(answer.status).toBe(200);
    const set: Schedule = { ...sent, dueAt: FAR_AHEAD };
    expect(await answer.json()).toEqual({ ...set, revision: 1 });
    expect(await readSchedule()).toEqual({ ...set, revision: 1 });
    expect(await readAssignment(school.student)).toMatchObject({ version: 1, ...set, extended: false });
  });

  test("changed by two at once is one's, and the other is told", async () => {
    const answers = await Promise.all([put({ dueAt: FAR_AHEAD }), put({ dueAt: LONG_AGO })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [lost] = answers.filter(({ status }) => status === 409);
    expect(lost && (await refusal(lost))).toMatchObject({
      field: "base",
      message:
        "The schedule is at revision 1, and you changed revision 0. Get it again, make your change there, and put it with base 1.",
    });
    expect((await readSchedule()).revision).toBe(1);
    expect(await listChanges()).toHaveLength(1);
  });

  test("sent again after its response was lost is the same, once in the log", async () => {
    const first = await (await put({ dueAt: FAR_AHEAD, rule: RULE })).json();
    const second = await put({ dueAt: FAR_AHEAD, rule: RULE });
    expect([second.status, await second.json()]).toEqual([200, first]);
    expect(await listChanges()).toEqual([
      { kind: "scheduleChanged", dueAt: FAR_AHEAD, zone: "UTC", rule: RULE },
    ]);
  });

  test("keeps its zone and rule when a due date comes with the homework", async () => {
    await put({ dueAt: FAR_AHEAD, zone: "Asia/Kolkata", rule: RULE });
    await school.instructor.put(paths.assignment(COURSE), { base: 1, dueAt: LONG_AGO });
    expect(await readSchedule()).toEqual({ dueAt: LONG_AGO, zone: "Asia/Kolkata", rule: RULE, revision: 2 });
  });
});

describe("how late a submission is", () => {
  test("follows from the schedule of now, in every list and receipt", async () => {
    const { id, receivedAt } = await receiptOf(handIn(school.student));
    const dueAt = hoursBefore(receivedAt, 30);
    await put({ dueAt, rule: RULE });
    const late = { dueAt, late: true, days: 2, percent: 20 };
    for (const browser of [school.student, school.instructor])
      expect(await listReceipts(browser)).toMatchObject([late]);
    const read = await school.student.send(paths.submission(COURSE, id));
    expect(await read.json()).toMatchObject({ receipt: late });
    await put({ dueAt, rule: { ...RULE, percentADay: 7.5 } }, 1);
    expect(await listReceipts(school.student)).toMatchObject([{ days: 2, percent: 15 }]);
    await put({ dueAt: FAR_AHEAD, rule: RULE }, 2);
    expect(await listReceipts(school.student)).toMatchObject([{ late: false, days: 0, percent: 0 }]);
  });

  test("is in the receipt itself", async () => {
    await put({ dueAt: new Date(Date.now() - HOUR_MS).toISOString(), rule: RULE });
    expect(await receiptOf(handIn(school.student))).toMatchObject({ late: true, days: 1, percent: 10 });
  });

  test("is not late within the grace, which also lets hand in again", async () => {
    await put({
      dueAt: new Date(Date.now() - HOUR_MS).toISOString(),
      rule: { ...RULE, graceMinutes: 10_080 },
    });
    expect(await receiptOf(handIn(school.student))).toMatchObject({ late: false, percent: 0 });
    expect((await handIn(school.student)).status).toBe(201);
  });
});

test("after the cut-off nobody hands in, and is told when it was due in the course's zone", async () => {
  await put({
    dueAt: "2026-11-01T23:59:00-05:00",
    zone: "America/New_York",
    rule: { ...RULE, cutOffHours: 48 },
  });
  await env.DB.prepare("UPDATE schedules SET due_at = '2020-11-02T04:59:00.000Z'").run();
  expect(await refusal(await handIn(school.student))).toEqual({
    status: 403,
    field: "dueAt",
    message:
      "The homework was due on 1 November 2020 at 23:59 (America/New York), and late work was taken in until 3 November 2020 at 23:59 (America/New York). Ask your instructor for an extension.",
  });
});

describe("a bad schedule is refused by field, and nothing is stored:", () => {
  test.each([
    ["no JSON", "{", undefined, "expected JSON"],
    ["without a base", { ...NOTHING_DUE }, "base", "got nothing"],
    [
      "a time without its zone",
      { base: 0, ...NOTHING_DUE, dueAt: "2026-12-01T23:59:00" },
      "dueAt",
      "with its zone",
    ],
    ["a zone that is none", { base: 0, ...NOTHING_DUE, zone: "Mars/Olympus" }, "zone", "by its IANA name"],
    ["an offset for a zone", { base: 0, ...NOTHING_DUE, zone: "+05:00" }, "zone", "by its IANA name"],
    [
      "a fee of 101 percent",
      { base: 0, ...NOTHING_DUE, rule: { ...RULE, percentADay: 101 } },
      "rule.percentADay",
      "101",
    ],
    [
      "a grace below zero",
      { base: 0, ...NOTHING_DUE, rule: { ...RULE, graceMinutes: -1 } },
      "rule.graceMinutes",
      "-1",
    ],
    [
      "half an hour of cut-off",
      { base: 0, ...NOTHING_DUE, rule: { ...RULE, cutOffHours: 0.5 } },
      "rule.cutOffHours",
      "0.5",
    ],
    ["a field too many", { base: 0, ...NOTHING_DUE, late: 1 }, "late", "unknown field"],
  ])("%s", async (_, body, field, message) => {
    const refused = await refusal(await school.instructor.put(paths.schedule(COURSE), body));
    expect(refused).toMatchObject({ status: 400, field });
    expect(refused.message).toContain(message);
    expect((await readSchedule()).revision).toBe(0);
  });
});

test("a course from before has the due date of its newest version, and versions keep who made them", async () => {
  await reset();
  const before = env.MIGRATIONS.filter(({ name }) => name < "0007");
  await applyD1Migrations(env.DB, before);
  const insert = (sql: string) => env.DB.prepare(sql).run();
  await insert(
    "INSERT INTO courses (course, title, join_code, created_at) VALUES ('old', 'Old', 'CODE1', '')",
  );
  await insert(
    "INSERT INTO members (id, course, role, pseudonym, created_at) VALUES ('m1', 'old', 'owner', 'kim', '')",
  );
  await insert(
    `INSERT INTO assignments (course, version, json, due_at, created_at)
     VALUES ('old', 1, '{}', NULL, ''), ('old', 2, '{}', '${FAR_AHEAD}', ''), ('old', 3, '{}', '${LONG_AGO}', '')`,
  );
  await insert(
    `INSERT INTO audit_log (course, at, actor, change, detail)
     VALUES ('old', '', 'm1', 'homeworkChanged', '{"kind":"homeworkChanged","version":2,"dueAt":null}')`,
  );
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  const { results } = await env.DB.prepare("SELECT * FROM schedules").all();
  expect(results).toMatchObject([{ course: "old", revision: 1, due_at: LONG_AGO, zone: "UTC" }]);
  const versions = await env.DB.prepare("SELECT version, author FROM assignments ORDER BY version").all();
  expect(versions.results).toEqual([
    { version: 1, author: null },
    { version: 2, author: "m1" },
    { version: 3, author: null },
  ]);
});
