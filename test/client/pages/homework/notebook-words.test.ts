import { describe, expect, it } from "vitest";
import type { Standing } from "../../../../client/drafts/standing.ts";
import { sayAll } from "../../../../client/drafts/words.ts";
import type { RunState } from "../../../../client/outbox/run-state.ts";
import { describeCode } from "../../../../client/pages/homework/code/found-words.ts";
import { readCode } from "../../../../client/pages/homework/code/read-code.ts";
import { readinessOf } from "../../../../client/pages/homework/hand-in/readiness.ts";
import { sayDue, sayLate } from "../../../../client/pages/homework/hand-in/words.ts";
import { spaceBlock } from "../../../../client/pages/homework/text/insert-text.ts";
import { listShownPlots } from "../../../../client/pages/homework/text/shown-plots.ts";
import type { Deadline } from "../../../../shared/assignment/deadline.ts";
import { BUILT_IN_HOMEWORK } from "../../../../shared/assignment/homework/index.ts";
import { specOf } from "../../../../shared/assignment/homework/specs.ts";
import { LENIENT } from "../../../../shared/assignment/lateness.ts";
import { CNN, MLP } from "./classes.ts";

const SAVED: Standing = { status: "saved", at: "2026-11-24T14:02:00Z" };
const all = (...standings: Standing[]) => standings.map((standing, i) => ({ cell: `${i}`, standing }));

describe("the line about saving", () => {
  const say = (...standings: Standing[]) => sayAll(all(...standings), (iso) => `at ${iso}`).words;

  it("says what matters most", () => {
    const conflict: Standing = { status: "conflict", theirs: { kind: "number", text: "1" } };
    const failed: Standing = { status: "failed", message: "Too long." };
    const away: Standing = { status: "savedHere", why: "away" };
    expect(say()).toBe("What you write saves itself.");
    expect(say({ status: "untouched" })).toBe("What you write saves itself.");
    expect(say(SAVED, { status: "saved", at: "2026-11-24T15:00:00Z" })).toBe(
      "Everything is saved, last at 2026-11-24T15:00:00Z.",
    );
    expect(say(SAVED, { status: "saving" })).toBe("Saving.");
    expect(say({ status: "saving" }, away)).toBe(
      "Saved on this device; will be sent when the network is back.",
    );
    expect(say(away, failed)).toBe("Too long.");
    expect(say(failed, conflict)).toBe("One answer has two versions: choose which one to keep.");
    expect(say(conflict, conflict)).toBe("2 answers have two versions: choose which ones to keep.");
  });
});

describe("what the lab found in a class", () => {
  const model = (source: string, itemShape: [1, 64] | [1, 8, 8]) => {
    const read = readCode({ reads: "model", itemShape }, source);
    return read.ok ? describeCode(read.value) : read.error;
  };

  it("is its shapes, what stands between, the latent and its parameters", () => {
    expect(model(MLP, [1, 64])).toBe(
      "Autoencoder: 64 → 5 → 64, linear; latent after layer 1; 709 parameters",
    );
    expect(model(CNN, [1, 8, 8])).toBe(
      "ConvAutoencoder: 1×8×8 → 80×8×8 → 1×8×8, linear; latent after layer 1; 1,521 parameters",
    );
    const withReLU = MLP.replace("z = self.linear_1(x)", "z = torch.relu(self.linear_1(x))");
    expect(model(withReLU, [1, 64])).toMatch(/^Autoencoder: 64 → 5 → 64, with ReLU; latent after layer 2/);
  });

  it("is a complaint where a class of problem 2 takes rows", () => {
    expect(model(MLP, [1, 8, 8])).toEqual([expect.objectContaining({ line: 12 })]);
  });

  it("is what a Dataset hands out", () => {
    const source = `import torch
from torch.utils.data import Dataset

class Digits(Dataset):
    def __init__(self, X, y):
        self.X = torch.tensor(X, dtype=torch.float32)
        self.y = y
    def __len__(self):
        return len(self.X)
    def __getitem__(self, idx):
        return self.X[idx].view(1, 64), self.y[idx]
`;
    const read = readCode({ reads: "dataset", itemShape: [1, 64] }, source);
    expect(read.ok && describeCode(read.value)).toBe(
      "Digits: each item is a float32 tensor of shape (1, 64) and its label",
    );
  });
});

describe("handing in", () => {
  const sent: RunState = {
    ...{ status: "sent", course: "demo", runLink: "x" },
    verification: { status: "scored" },
  };
  const waiting: RunState = { status: "waiting", course: "demo", attempt: 0, notBefore: 0, why: "away" };
  const there = { standings: all(SAVED), revisions: { "1a-number": 2 }, runs: [sent, null] };

  it("goes on when the class has every answer and every run that this device trained", () => {
    expect(readinessOf(there)).toEqual({ status: "ready", revisions: { "1a-number": 2 } });
  });

  it("waits for answers, then for runs, and says for what", () => {
    const standings = all(SAVED, { status: "savedHere", why: "away" });
    expect(readinessOf({ ...there, standings, revisions: null })).toEqual({
      status: "waiting",
      words: "Your answers go first. Saved on this device; will be sent when the network is back.",
    });
    expect(readinessOf({ ...there, runs: [sent, waiting] })).toEqual({
      status: "waiting",
      words: "1 run to be sent first. Saved on this device; will be sent when the network is back.",
    });
  });

  it.each<[string, Partial<Parameters<typeof readinessOf>[0]>, RegExp]>([
    [
      "two versions",
      { standings: all({ status: "conflict", theirs: { kind: "number", text: "1" } }) },
      /two versions/,
    ],
    [
      "an answer that was refused",
      { standings: all({ status: "failed", message: "Too long." }) },
      /Too long/,
    ],
    [
      "a run that the class refused",
      { runs: [{ status: "refused", course: "demo", message: "no" }] },
      /refused it: no/,
    ],
    ["a run that diverged", { runs: [{ status: "local", why: "diverged" }] }, /diverged/],
  ])("stops at %s", (_what, changes, words) => {
    expect(readinessOf({ ...there, ...changes })).toEqual({
      status: "blocked",
      words: expect.stringMatching(words),
    });
  });

  describe("says of what is due on 1 December at 23:59 in New York, with a quarter of an hour of grace, 10 % a day and three days until the cut-off,", () => {
    const RULE = { graceMinutes: 15, percentADay: 10, cutOffHours: 72 };
    const deadline = {
      dueAt: "2026-12-02T04:59:00.000Z",
      zone: "America/New_York",
      rule: RULE,
      extended: false,
    };
    const say = (now: string, hasHandedIn: boolean, changes: Partial<Deadline> = {}) =>
      sayDue({ ...deadline, ...changes }, { now: Date.parse(now), hasHandedIn });

    it.each([
      [
        "before",
        "2026-11-24T00:00:00Z",
        false,
        /^It is due .* as often as you like\. What comes up to 15 minutes late .*loses 10\s% .* until 3 days/,
      ],
      ["before, to who handed in", "2026-11-24T00:00:00Z", true, /^You can hand in again until .*2026/],
      ["within the grace", "2026-12-02T05:10:00Z", true, /What comes now still counts as in time\.$/],
      ["after it, to who handed in", "2026-12-02T06:00:00Z", true, /What you handed in stands\.$/],
      [
        "after it",
        "2026-12-03T06:00:00Z",
        false,
        /You can still hand in once until .*2026.*; at this hour it loses 20\s% of its points\.$/,
      ],
      [
        "after the cut-off",
        "2026-12-05T05:00:00Z",
        false,
        /late work was taken in until .*2026.*Ask your instructor for an extension\.$/,
      ],
    ] as const)("%s", (_when, now, hasHandedIn, words) => {
      expect(say(now, hasHandedIn)).toMatch(words);
    });

    it("as the course's clocks say it, too, where the reader's show another time", () => {
      // The reader's clocks agree with one of these at most, wherever this runs.
      const said = ["America/New_York", "Asia/Tokyo"].map((zone) =>
        say("2026-11-24T00:00:00Z", false, { zone }),
      );
      expect(said.join()).toMatch(
        /which is (1 December 2026 at 23:59 \(America\/New York\)|2 December 2026 at 13:59 \(Asia\/Tokyo\))/,
      );
    });

    it("that an extension is the student's, that late work may cost nothing, and that nothing may be due", () => {
      expect(say("2026-11-24T00:00:00Z", false, { extended: true })).toMatch(
        /by your extension\. Until then/,
      );
      expect(say("2026-12-03T00:00:00Z", false, { rule: LENIENT })).toMatch(
        /You can still hand in once; it is marked late\.$/,
      );
      expect(say("2026-12-03T00:00:00Z", false, { dueAt: null })).toMatch(/^No due date is set/);
    });
  });

  it("says on a receipt how late it is, and what that takes off", () => {
    const receipt = {
      id: crypto.randomUUID(),
      number: 1,
      version: 1,
      receivedAt: "2026-12-03T06:00:00Z",
      dueAt: "2026-12-02T04:59:00Z",
      contentHash: "",
      pseudonym: "quiet-otter-42",
    };
    expect(sayLate({ ...receipt, late: true, days: 2, percent: 20 })).toBe(
      "2 days late, which takes 20\u00a0% off its points",
    );
    expect(sayLate({ ...receipt, late: true, days: 2, percent: 0 })).toBe("late");
    expect(sayLate({ ...receipt, late: false, days: 0, percent: 0 })).toBe("in time");
  });
});

describe("a plot that is inserted into a text", () => {
  it.each([
    ["", "", "P\n\n"],
    ["before", "after", "\n\nP\n\n"],
    ["before\n", "\nafter", "\nP\n"],
    ["before\n\n", "\n\nafter", "P"],
  ])("between %j and %j stands apart", (before, after, inserted) => {
    expect(spaceBlock(before, "P", after)).toBe(inserted);
  });

  it("is one that has something to show, of its own part's runs or of another's", () => {
    const attempt = {
      ...{ id: "00000000-0000-4000-8000-000000000001", name: "", at: 0, settings: {}, failed: [] },
      runs: [
        {
          id: "00000000-0000-4000-8000-000000000002",
          width: 5,
          spec: specOf("problem-1", 5),
          metrics: { trainMse: 1, testMse: 1, randomMse: 1 },
        },
      ],
    };
    const answers = new Map([
      ["1f-run", { kind: "run" as const, settings: {}, attempts: [attempt], pinned: null }],
    ]);
    expect(listShownPlots(BUILT_IN_HOMEWORK, answers).map(({ place }) => place)).toEqual([
      "1 (f)",
      "1 (g)",
      "2 (d)",
    ]);
    expect(listShownPlots(BUILT_IN_HOMEWORK, new Map())).toEqual([]);
  });
});
