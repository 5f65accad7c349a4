import { expect, test } from "vitest";
import { parseRoster } from "../../shared/roster/parse-roster.ts";
import { planImport } from "../../shared/roster/plan-import.ts";
import { planRoster, seatClaim } from "../../tools/class/class-roster.ts";

test.each([1, 300, 1_000, 2_500])("the roster of %i seats is imported whole", (seats) => {
  const parsed = parseRoster(planRoster(seats));
  const { added, wrong } = planImport(parsed, [], { removeMissing: false });
  expect(wrong).toEqual([]);
  expect(added.length).toBeGreaterThanOrEqual(Math.min(seats, 1_900));
});

test("most seats are on it under their own name, a few are not, and a few people never come", () => {
  const people = new Map(parseRoster(planRoster(300)).people.map((one) => [one.studentId, one]));
  const claims = Array.from({ length: 300 }, (_, seat) => seatClaim(seat));
  for (const { name, studentId } of claims)
    if (studentId !== undefined) expect(people.get(studentId)?.name).toBe(name);
  const listed = claims.filter(({ studentId }) => studentId !== undefined).length;
  expect(300 - listed).toBe(7);
  expect(people.size - listed).toBe(9);
  expect(new Set([...people.values()].map(({ section }) => section)).size).toBe(8);
});
