import { expect, test } from "vitest";
import {
  buildSchedule,
  formOf,
  type ScheduleForm,
} from "../../../../client/pages/homework-settings/schedule-form.ts";
import { callStudent, findStudents, listSections } from "../../../../client/parts/student-search.ts";
import type { MemberView } from "../../../../shared/api/members.ts";
import { NOTHING_DUE } from "../../../../shared/assignment/deadline.ts";

const FORM: ScheduleForm = {
  date: "2026-11-01",
  time: "23:59",
  zone: "America/New_York",
  graceMinutes: "15",
  percentADay: "7.5",
  isCutOff: true,
  cutOffHours: "72",
};
const SENT = {
  base: 3,
  dueAt: "2026-11-02T04:59:00.000Z",
  zone: "America/New_York",
  rule: { graceMinutes: 15, percentADay: 7.5, cutOffHours: 72 },
};

test("a form says a schedule, on the day when the clocks change too, and comes back from it", () => {
  expect(buildSchedule(FORM, 3)).toEqual({ ok: true, wish: SENT });
  const { base, ...schedule } = SENT;
  expect(formOf({ ...schedule, revision: base }, "UTC")).toEqual(FORM);
});

test("no day is no due date, and late work without a cut-off is taken in at any time", () => {
  expect(buildSchedule({ ...FORM, date: "", isCutOff: false }, 0)).toMatchObject({
    wish: { dueAt: null, rule: { cutOffHours: null } },
  });
});

test("a course without a schedule is asked in the reader's zone, at the end of a day", () => {
  expect(formOf({ ...NOTHING_DUE, revision: 0 }, "Asia/Kolkata")).toMatchObject({
    date: "",
    time: "23:59",
    zone: "Asia/Kolkata",
  });
  expect(formOf({ ...NOTHING_DUE, revision: 1 }, "Asia/Kolkata").zone).toBe("UTC");
});

test.each<[Partial<ScheduleForm>, string, string]>([
  [{ time: "" }, "date", "Set a day and a time"],
  [{ zone: "Mars/Olympus" }, "zone", "IANA name"],
  [{ graceMinutes: "soon" }, "graceMinutes", '"soon"'],
  [{ graceMinutes: "" }, "graceMinutes", '""'],
  [{ percentADay: "101" }, "percentADay", "at most 100"],
  [{ cutOffHours: "0.5" }, "cutOffHours", "0.5"],
])("%j is told at its field", (change, field, message) => {
  const built = buildSchedule({ ...FORM, ...change }, 0);
  expect(built).toMatchObject({ ok: false, field });
  expect(!built.ok && built.message).toContain(message);
});

const member = (id: string, change: Partial<MemberView>): MemberView => ({
  ...{ id, pseudonym: id, name: "", section: "", role: "student", joinedAt: "", seenAt: null, browsers: 0 },
  ...change,
});
const MEMBERS = [
  member("quiet-otter-42", { name: "Zoë Müller", section: "B" }),
  member("calm-condor-98", { section: "A" }),
  member("instructor", { role: "owner" }),
];

test("a student is found by pseudonym or name, in any case and without accents; the staff is not", () => {
  const find = (typed: string, most = 9) => findStudents(MEMBERS, typed, most).map(({ id }) => id);
  expect(find("muller zoe")).toEqual(["quiet-otter-42"]);
  expect(find("CONDOR")).toEqual(["calm-condor-98"]);
  expect(find("instructor")).toEqual([]);
  expect(find(" ")).toEqual([]);
  expect(find("o", 1)).toHaveLength(1);
  expect(MEMBERS.slice(0, 2).map(callStudent)).toEqual(["Zoë Müller (quiet-otter-42)", "calm-condor-98"]);
  expect(listSections(MEMBERS)).toEqual(["A", "B"]);
});
