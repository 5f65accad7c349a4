import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeRuns } from "../../../client/drafts/merge-runs.ts";
import type { AnswerOf, Attempt } from "../../../shared/assignment/answers.ts";
import { MAX_ATTEMPTS } from "../../../shared/limits.ts";

type RunAnswer = AnswerOf<"run">;

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const attempt = (n: number, name = `attempt ${n}`): Attempt => ({
  ...{ id: idOf(n), name, at: n, settings: {}, runs: [], failed: [] },
});
const answer = (attempts: Attempt[], changes: Partial<RunAnswer> = {}): RunAnswer => ({
  ...{ kind: "run", settings: {}, attempts, pinned: null },
  ...changes,
});
const names = (merged: RunAnswer) => merged.attempts.map(({ name }) => name);

describe("two versions of a run cell as one", () => {
  const base = answer([attempt(1), attempt(2)]);

  it("have the attempts of both, by time", () => {
    const mine = answer([attempt(1), attempt(2), attempt(4)]);
    const theirs = answer([attempt(1), attempt(2), attempt(3)]);
    expect(names(mergeRuns(base, mine, theirs))).toEqual([
      "attempt 1",
      "attempt 2",
      "attempt 3",
      "attempt 4",
    ]);
  });

  it("lack what one side deleted and the other left alone", () => {
    expect(names(mergeRuns(base, answer([attempt(2)]), base))).toEqual(["attempt 2"]);
    expect(names(mergeRuns(base, base, answer([attempt(2)])))).toEqual(["attempt 2"]);
  });

  it("keep what one side deleted and the other renamed", () => {
    const renamed = answer([attempt(1, "my best"), attempt(2)]);
    expect(names(mergeRuns(base, answer([attempt(2)]), renamed))).toEqual(["my best", "attempt 2"]);
    expect(names(mergeRuns(base, renamed, answer([attempt(2)])))).toEqual(["my best", "attempt 2"]);
  });

  it("take a name from whoever changed it, and mine where both did", () => {
    const mine = answer([attempt(1, "mine"), attempt(2)]);
    const theirs = answer([attempt(1, "theirs"), attempt(2, "theirs too")]);
    expect(names(mergeRuns(base, mine, theirs))).toEqual(["mine", "theirs too"]);
  });

  it("take settings and pin from whoever changed them, and mine where both did", () => {
    const pinned = answer([attempt(1), attempt(2)], { pinned: idOf(1), settings: { epochs: 80 } });
    expect(mergeRuns(base, base, pinned)).toEqual(pinned);
    const mine = answer([attempt(1), attempt(2)], { pinned: idOf(2), settings: { epochs: 20 } });
    expect(mergeRuns(base, mine, pinned)).toEqual(mine);
  });

  it("pin nothing that was deleted", () => {
    const mine = answer([attempt(1), attempt(2)], { pinned: idOf(1) });
    expect(mergeRuns(answer([attempt(1), attempt(2)]), mine, answer([attempt(2)])).pinned).toBeNull();
  });

  it("hold at most as many attempts as an answer may; the pinned one stays", () => {
    const many = (from: number) => Array.from({ length: MAX_ATTEMPTS }, (_, i) => attempt(from + i));
    const merged = mergeRuns(null, answer(many(1), { pinned: idOf(1) }), answer(many(101)));
    expect(merged.attempts).toHaveLength(MAX_ATTEMPTS);
    expect(names(merged).slice(0, 2)).toEqual(["attempt 1", "attempt 102"]);
  });

  const runAnswer = fc
    .uniqueArray(fc.record({ n: fc.nat(5), name: fc.constantFrom("a", "b") }), { selector: ({ n }) => n })
    .map((list) => answer(list.map(({ n, name }) => attempt(n, name)).sort((a, b) => a.at - b.at)));

  it("are the one that changed where the other did not, whatever it changed", () => {
    fc.assert(
      fc.property(runAnswer, runAnswer, (was, now) => {
        expect(mergeRuns(was, now, was)).toEqual(now);
        expect(mergeRuns(was, was, now)).toEqual(now);
        expect(mergeRuns(was, now, now)).toEqual(now);
      }),
    );
  });
});
