import { expect, test } from "vitest";
import { effectiveDeadline, NOTHING_DUE, type Schedule } from "../../../shared/assignment/deadline.ts";
import { isZone, sayInZone } from "../../../shared/assignment/zone.ts";

const schedule: Schedule = { ...NOTHING_DUE, dueAt: "2026-12-01T04:59:00.000Z", zone: "America/New_York" };
const [own, section] = ["2026-12-05T04:59:00.000Z", "2026-12-03T04:59:00.000Z"];

test.each([
  ["no extension", { own: null, section: null }, schedule.dueAt, false],
  ["one of the section", { own: null, section }, section, true],
  ["one of the student", { own, section: null }, own, true],
  [
    "both, of which the student's counts, also where it is earlier",
    { own: section, section: own },
    section,
    true,
  ],
])("a due date with %s", (_, parts, dueAt, extended) => {
  expect(effectiveDeadline({ schedule, ...parts })).toEqual({ ...schedule, dueAt, extended });
});

test("a section may have a due date where the course has none", () => {
  expect(effectiveDeadline({ schedule: NOTHING_DUE, own: null, section })).toMatchObject({ dueAt: section });
  expect(effectiveDeadline({ schedule: NOTHING_DUE, own: null, section: null })).toMatchObject({
    dueAt: null,
  });
});

test("a time is said in the course's zone, before and after the clocks change", () => {
  const clocksChange = Date.UTC(2026, 10, 1, 6); // 2:00 becomes 1:00 in New York
  expect(sayInZone(clocksChange - 1, "America/New_York")).toBe("1 November 2026 at 01:59 (America/New York)");
  expect(sayInZone(clocksChange, "America/New_York")).toBe("1 November 2026 at 01:00 (America/New York)");
});

test("a zone is an IANA name", () => {
  expect(["America/New_York", "UTC", "Asia/Kolkata", "Europe/Berlin"].every(isZone)).toBe(true);
  expect(["", "Mars/Olympus", "+05:00", "New York"].some(isZone)).toBe(false);
});
