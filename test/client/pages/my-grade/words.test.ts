import { describe, expect, it } from "vitest";
import { sayLateness, sayTotal } from "../../../../client/pages/my-grade/words.ts";

const submission = { number: 2, receivedAt: "2026-11-28T12:00:00.000Z" };
const inTime = { days: 0, percent: 0, override: null };

describe("a student's own grade in words", () => {
  it("says what counts and that it was in time", () => {
    expect(sayLateness({ submission, late: inTime })).toBe("Submission 2 counts. It was in time.");
    expect(sayLateness({ submission: null, late: inTime })).toBe("You handed nothing in.");
  });

  it("says what being late costs", () => {
    expect(sayLateness({ submission, late: { days: 2, percent: 20, override: null } })).toBe(
      "Submission 2 counts. It was 2 days late. By the late rule 20\u00a0% of the points are taken off.",
    );
  });

  it("says what an instructor decided in its place, and why", () => {
    const override = { percent: 0, reason: "Ill." };
    expect(sayLateness({ submission, late: { days: 1, percent: 10, override } })).toBe(
      "Submission 2 counts. It was 1 day late. Your instructor decided what that costs: nothing is taken off. Ill.",
    );
  });

  it("says the total, and what it was before the late penalty", () => {
    expect(sayTotal({ earned: 85.5, total: 85.5, points: 92 })).toBe("85.5 of 92 points");
    expect(sayTotal({ earned: 80, total: 64, points: 92 })).toBe(
      "64 of 92 points (80 before the late penalty)",
    );
    expect(sayTotal({ earned: null, total: null, points: 92 })).toBe("nothing is graded yet");
  });
});
