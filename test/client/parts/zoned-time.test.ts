import { expect, test } from "vitest";
import { clockIn, listZones, offsetAt, timeIn } from "../../../client/parts/zoned-time.ts";

const NEW_YORK = "America/New_York";
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

// python3: datetime(2026, 11, 1, 23, 59, tzinfo=ZoneInfo("America/New_York")).astimezone(timezone.utc), and so on
test.each([
  ["the evening of the day when summer time ends", "2026-11-01", "23:59", "2026-11-02T04:59:00.000Z"],
  ["the evening before", "2026-10-31", "23:59", "2026-11-01T03:59:00.000Z"],
  ["the evening of the day when summer time begins", "2026-03-08", "23:59", "2026-03-09T03:59:00.000Z"],
  ["the evening before that", "2026-03-07", "23:59", "2026-03-08T04:59:00.000Z"],
  ["an hour that comes twice, the first", "2026-11-01", "01:30", "2026-11-01T05:30:00.000Z"],
  ["the hour after it", "2026-11-01", "02:00", "2026-11-01T07:00:00.000Z"],
  ["an hour that is skipped, an hour later", "2026-03-08", "02:30", "2026-03-08T07:30:00.000Z"],
])("in New York, %s", (_, date, time, expected) => {
  expect(iso(timeIn(NEW_YORK, { date, time }))).toBe(expected);
});

test.each([
  ["UTC", "2026-12-01T23:59:00.000Z"],
  ["Asia/Kolkata", "2026-12-01T18:29:00.000Z"],
  ["Pacific/Kiritimati", "2026-12-01T09:59:00.000Z"],
  ["Pacific/Pago_Pago", "2026-12-02T10:59:00.000Z"],
  ["Australia/Lord_Howe", "2026-12-01T12:59:00.000Z"],
])("23:59 on 1 December in %s", (zone, expected) => {
  const clock = { date: "2026-12-01", time: "23:59" };
  expect(iso(timeIn(zone, clock))).toBe(expected);
  expect(clockIn(zone, Date.parse(expected))).toEqual(clock);
});

test("what is no date or no time is none", () => {
  expect(timeIn(NEW_YORK, { date: "", time: "23:59" })).toBeNull();
  expect(timeIn(NEW_YORK, { date: "2026-11-01", time: "" })).toBeNull();
});

test("midnight is 00:00, and seconds are left out", () => {
  expect(clockIn("UTC", Date.UTC(2026, 0, 5, 0, 0, 59))).toEqual({ date: "2026-01-05", time: "00:00" });
  expect(offsetAt(NEW_YORK, Date.UTC(2026, 6, 1, 12, 0, 59))).toBe(-4 * 3_600_000);
});

test("zones are listed by name, UTC first and once", () => {
  const zones = listZones();
  expect(zones[0]).toBe("UTC");
  expect(zones).toContain(NEW_YORK);
  expect(new Set(zones).size).toBe(zones.length);
});
