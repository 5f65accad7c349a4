import { describe, expect, test } from "vitest";
import {
  hasTrained,
  isFull,
  nextName,
  oldestSpare,
  withAttempt,
  withAttemptBack,
  withoutAttempt,
} from "../../../../client/pages/homework/runs/attempts.ts";
import { concludeTrial, isSound, trialOfAttempt } from "../../../../client/pages/homework/runs/trial.ts";
import type { Run } from "../../../../client/state/training-run.ts";
import {
  Answer,
  type AnswerOf,
  type Attempt,
  countingAttempt,
} from "../../../../shared/assignment/answers.ts";
import { MAX_ATTEMPTS } from "../../../../shared/limits.ts";
import { attemptOf, runCell, solve } from "../../../shared/assignment/attempts.ts";

const runs = solve("1e-run");
const attempt = (at: number, changes: Partial<Attempt> = {}) =>
  attemptOf(runs, { at, name: `Attempt ${at}`, ...changes });
const [first, second, third] = [attempt(1), attempt(2), attempt(3)];
const answer: AnswerOf<"run"> = {
  kind: "run",
  settings: {},
  attempts: [first, second, third],
  pinned: null,
};
const idsOf = ({ attempts }: AnswerOf<"run">) => attempts.map(({ id }) => id);

describe("attempts", () => {
  test("are added at the end, and one that was trained again takes its own place", () => {
    const fourth = attempt(4);
    expect(idsOf(withAttempt(answer, fourth))).toEqual([first.id, second.id, third.id, fourth.id]);
    const again = withAttempt(answer, { ...second, at: 9 });
    expect(idsOf(again)).toEqual(idsOf(answer));
    expect(again.attempts[1]?.at).toBe(9);
  });

  test("that are deleted come back in their place, and count again where they did", () => {
    const pinned = { ...answer, pinned: second.id };
    const gone = withoutAttempt(pinned, second.id);
    expect(idsOf(gone)).toEqual([first.id, third.id]);
    expect(countingAttempt(gone)?.id).toBe(third.id);
    expect(withAttemptBack(gone, second, true)).toEqual(pinned);
    expect(withAttemptBack(gone, second, false).pinned).toBeNull();
  });

  test("get names that no other has", () => {
    expect(nextName({ ...answer, attempts: [] })).toBe("Attempt 1");
    expect(nextName(withoutAttempt(answer, first.id))).toBe("Attempt 4");
    expect(nextName({ ...answer, attempts: [attempt(1, { name: "mine" })] })).toBe("Attempt 2");
  });

  test("are full at the limit, and the oldest that does not count can be spared", () => {
    const many = Array.from({ length: MAX_ATTEMPTS }, (_, i) => attempt(i + 1));
    const full = { ...answer, attempts: many, pinned: many[0]?.id ?? null };
    expect(Answer.safeParse(full).success).toBe(true);
    expect([isFull(full), isFull(answer)]).toEqual([true, false]);
    expect(oldestSpare(full)?.id).toBe(many[1]?.id);
    expect(oldestSpare({ ...answer, attempts: [first] })).toBeNull();
  });

  test("are told to hold runs that would come out the same", () => {
    const same = runs.map(({ width, spec }) => ({ width, spec }));
    expect(hasTrained(answer, same)).toBe(true);
    const other = same.map(({ width, spec }) => ({ width, spec: { ...spec, seed: 7 } }));
    expect(hasTrained(answer, other)).toBe(false);
  });
});

describe("what came of a trial", () => {
  const cell = runCell("1f-run");
  const all = solve("1f-run");
  const trial = trialOfAttempt(cell, attemptOf(all));
  const failed = (width: number): Run => ({
    key: "run",
    experiment: trial.attempt.id,
    spec: trial.runs.find((run) => run.width === width)?.spec ?? cell.spec,
    choice: null,
    trainLoss: [],
    outcome: { status: "failed", reason: "diverged", message: "Diverged at epoch 3." },
  });

  test("has its runs in the order of the widths, and says why others are missing", () => {
    const done = attemptOf(all)
      .runs.filter(({ width }) => width === 200 || width === 5)
      .toReversed();
    const concluded = concludeTrial(trial, { done, ended: [failed(20)], at: 5 });
    expect(concluded.runs.map(({ width }) => width)).toEqual([5, 200]);
    expect(concluded.failed[0]).toEqual({ width: 20, message: "Diverged at epoch 3." });
    expect(concluded.failed[1]).toEqual({ width: 40, message: "Stopped before it was done." });
    expect([concluded.id, concluded.at]).toEqual([trial.attempt.id, 5]);
  });

  test("leaves out runs whose loss ran away: their numbers say nothing about the model", () => {
    const [run] = all;
    if (run === undefined) throw new TypeError("no run");
    const finished = (trainLoss: readonly number[]): Run => ({
      key: "run",
      experiment: "",
      spec: run.spec,
      choice: { engine: "simd", device: "processor", why: "" },
      trainLoss,
      outcome: {
        status: "finished",
        history: { trainLoss: [...trainLoss] },
        metrics: run.metrics,
        weights: run.weights,
        durationMs: 1,
      },
    });
    expect([isSound(finished([1, 0.5])), isSound(finished([1, 50])), isSound(failed(5))]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
