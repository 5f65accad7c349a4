import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Answer,
  afterAnswer,
  byTurn,
  findOutage,
  firstState,
  isDue,
  postpone,
  retryDelay,
  sendLocal,
  startSending,
  untilNext,
} from "../../../client/outbox/decide.ts";
import type { KeptState, Waiting } from "../../../client/outbox/run-state.ts";
import { UPLOAD_RETRY_MAX_MILLISECONDS, UPLOAD_RETRY_MIN_MILLISECONDS } from "../../../shared/limits.ts";

const NOW = 1_800_000_000_000;

function waiting(changes: Partial<Waiting> = {}): Waiting {
  return {
    status: "waiting",
    course: "ece-4803",
    attempt: 1,
    notBefore: NOW + 5_000,
    why: "away",
    ...changes,
  };
}

function settle(answer: Answer, { attempt = 1, random = 0.5, now = NOW } = {}): KeptState {
  return afterAnswer({ course: "ece-4803", attempt, answer, now, random });
}

function refused(httpStatus: number): Answer {
  return { type: "refused", httpStatus, message: "the id holds other bytes" };
}

describe("a run that just finished", () => {
  it("waits for the joined course", () => {
    expect(firstState({ finite: true, course: "ece-4803" })).toMatchObject({ status: "waiting", attempt: 0 });
  });

  it("stays on this device without a course", () => {
    expect(firstState({ finite: true, course: null })).toEqual({ status: "local", why: "noCourse" });
  });

  it("stays on this device when it diverged, course or none", () => {
    expect(firstState({ finite: false, course: "ece-4803" })).toEqual({ status: "local", why: "diverged" });
    expect(sendLocal({ status: "local", why: "diverged" }, "ece-4803")).toBeNull();
  });
});

describe("a run that is only on this device", () => {
  it.each(["noCourse", "notMember"] as const)("can be sent to a course (%s)", (why) => {
    expect(sendLocal({ status: "local", why }, "ece-4803")).toMatchObject({
      status: "waiting",
      course: "ece-4803",
      why: "new",
    });
  });

  it("is the only kind that a click can send", () => {
    expect(sendLocal(waiting(), "other")).toBeNull();
    expect(sendLocal({ status: "refused", course: "ece-4803", message: "no" }, "other")).toBeNull();
  });
});

describe("after an upload", () => {
  it("is sent, with what the server found and its link", () => {
    expect(settle({ type: "stored", verification: { status: "reproduced" }, runLink: "abc" })).toEqual({
      status: "sent",
      course: "ece-4803",
      verification: { status: "reproduced" },
      runLink: "abc",
    });
  });

  it("waits when no answer came", () => {
    expect(settle({ type: "away" })).toMatchObject({ status: "waiting", attempt: 1, why: "away" });
  });

  it.each([408, 429, 500, 502, 503])("waits when the server could not take it (%i)", (httpStatus) => {
    expect(settle(refused(httpStatus))).toMatchObject({ status: "waiting", why: "fault" });
  });

  it("waits when something else than the server answered", () => {
    expect(settle({ type: "notUnderstood" })).toMatchObject({ status: "waiting", why: "fault" });
  });

  it.each([401, 404])("stays on this device when membership is lost (%i)", (httpStatus) => {
    expect(settle(refused(httpStatus))).toEqual({ status: "local", why: "notMember" });
  });

  it.each([400, 403, 409, 413, 415])("is refused for good, with the server's words (%i)", (httpStatus) => {
    expect(settle(refused(httpStatus))).toEqual({
      status: "refused",
      course: "ece-4803",
      message: "the id holds other bytes",
    });
  });

  it("counts its attempts over sending and waiting", () => {
    const sending = startSending(waiting({ attempt: 3 }));
    expect(sending).toEqual({ status: "sending", course: "ece-4803", attempt: 4 });
  });
});

describe("the wait before the next attempt", () => {
  it("stays between the shortest and the longest wait", () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const delay = retryDelay(attempt, random);
        expect(delay).toBeGreaterThanOrEqual(UPLOAD_RETRY_MIN_MILLISECONDS);
        expect(delay).toBeLessThanOrEqual(UPLOAD_RETRY_MAX_MILLISECONDS);
      }),
    );
  });

  it("doubles at most with each attempt, and chance spreads it", () => {
    expect([1, 2, 3, 4].map((attempt) => retryDelay(attempt, 1))).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(retryDelay(4, 0)).toBe(UPLOAD_RETRY_MIN_MILLISECONDS);
    expect(settle({ type: "away" }, { attempt: 2, random: 1 })).toMatchObject({ notBefore: NOW + 4_000 });
  });
});

describe("what is due", () => {
  it("is what has waited long enough", () => {
    expect(isDue(waiting({ notBefore: NOW }), NOW)).toBe(true);
    expect(isDue(waiting({ notBefore: NOW + 1 }), NOW)).toBe(false);
  });

  it("is what a closed tab was sending", () => {
    expect(isDue({ status: "sending", course: "ece-4803", attempt: 1 }, NOW)).toBe(true);
  });

  it("is what a clock since put back had told to wait for years", () => {
    expect(isDue(waiting({ notBefore: NOW + 365 * 86_400_000 }), NOW)).toBe(true);
  });

  it("is nothing that is local, sent or refused", () => {
    const settled: KeptState[] = [
      { status: "local", why: "noCourse" },
      { status: "sent", course: "ece-4803", verification: { status: "scored" }, runLink: "abc" },
      { status: "refused", course: "ece-4803", message: "no" },
    ];
    expect(settled.filter((state) => isDue(state, NOW))).toEqual([]);
    expect(untilNext(settled, NOW)).toBeNull();
  });

  it("tells how long to sleep until the first of many", () => {
    expect(untilNext([waiting({ notBefore: NOW + 9_000 }), waiting({ notBefore: NOW + 4_000 })], NOW)).toBe(
      4_000,
    );
    expect(untilNext([waiting({ notBefore: NOW - 9_000 })], NOW)).toBe(0);
  });
});

describe("when the server is away for one run", () => {
  const failed = waiting({ attempt: 3, notBefore: NOW + 8_000, why: "away" });

  it("the others wait for that one, and say why", () => {
    expect(postpone(waiting({ attempt: 0, notBefore: 0, why: "new" }), failed)).toEqual(
      waiting({ attempt: 3, notBefore: NOW + 8_000, why: "away" }),
    );
  });

  it("the wait grows with every probe, whichever run is the one", () => {
    let states: KeptState[] = Array.from({ length: 3 }, () =>
      firstState({ finite: true, course: "ece-4803" }),
    );
    const waits: number[] = [];
    let now = NOW;
    for (const turn of [0, 1, 2, 0]) {
      const probe = states[turn];
      if (probe?.status !== "waiting") throw new Error("expected a run that waits");
      const failure = settle({ type: "away" }, { attempt: probe.attempt + 1, random: 1, now });
      if (failure.status !== "waiting") throw new Error("expected a run that waits");
      waits.push(failure.notBefore - now);
      now = failure.notBefore;
      states = states.map((state, i) => (i === turn ? failure : (postpone(state, failure) ?? state)));
    }
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000]);
  });

  it("a run that the server fails on goes behind those that it was not asked for", () => {
    const poison = { keptAt: 1, state: waiting({ why: "fault" }) };
    const fresh = {
      keptAt: 2,
      state: postpone(firstState({ finite: true, course: "c" }), waiting({ why: "fault" })),
    };
    const away = { keptAt: 3, state: waiting({ why: "away" }) };
    const turns = [poison, away, { keptAt: 2, state: fresh.state ?? poison.state }].toSorted(byTurn);
    expect(turns.map(({ keptAt }) => keptAt)).toEqual([2, 3, 1]);
  });

  it("runs that finish meanwhile wait for that one too", () => {
    const fresh = firstState({ finite: true, course: "ece-4803" });
    expect(findOutage([fresh, failed], NOW)).toEqual(failed);
    expect(findOutage([fresh, failed], NOW + 8_000)).toBeNull();
    expect(findOutage([fresh, waiting({ why: "fault" })], NOW)).toBeNull();
  });

  it("those that wait longer, and those that do not wait, are left alone", () => {
    expect(postpone(waiting({ notBefore: NOW + 9_000 }), failed)).toBeNull();
    expect(postpone({ status: "local", why: "noCourse" }, failed)).toBeNull();
  });
});
