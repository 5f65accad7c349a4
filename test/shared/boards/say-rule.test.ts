import { expect, test } from "vitest";
import { BUILT_IN_PROBLEMS } from "../../../shared/assignment/problems.ts";
import { builtInRule } from "../../../shared/boards/built-in.ts";
import type { BoardRule } from "../../../shared/boards/rule.ts";
import { sayRule } from "../../../shared/boards/say-rule.ts";

const [errors, , anomalies] = BUILT_IN_PROBLEMS.map(builtInRule);
if (errors === undefined || anomalies === undefined) throw new Error("the built-in problems are missing");
const saying = { zone: "America/New_York", sayAt: (time: string) => `<${time}>` };

test("a rule is said with everything that keeps a run out", () => {
  const rule: BoardRule = {
    ...anomalies,
    dataset: {
      ...anomalies.dataset,
      split: { kind: "oneDigit", digit: 7, heldOutFraction: 0.25, seed: 3 },
    },
    limits: { latentSize: 20, parameters: 2_644, epochs: null, layerKinds: ["linear", "relu"], model: null },
    counts: "latest",
    names: "pseudonym",
    state: { kind: "frozen", from: "2026-12-01T00:00:00.000Z" },
    attemptsADay: 1,
  };
  expect(sayRule(rule, saying)).toEqual([
    "Ranked by share found at 1 % false alarms: the largest is first, and of equal ones the earlier.",
    "Trained on the digit 7 alone, standardized, of which 25 % (seed 3) are held out and scored as normal; every other digit is an anomaly.",
    "Any model counts.",
    "A run has at most 20 numbers in the latent; at most 2,644 parameters; layers of these kinds alone: linear, relu.",
    "Of each seat the latest run is ranked.",
    "The first run of a day counts; days are those of America/New York.",
    "Seats stand here under their pseudonym.",
    "Frozen from <2026-12-01T00:00:00.000Z>: what comes in later is kept, and not ranked.",
    "A run that the server rejected, and one that diverged, is never ranked.",
  ]);
});

test("what a rule leaves free is not said", () => {
  expect(sayRule(errors, saying)).toEqual([
    "Ranked by test error: the smallest is first, and of equal ones the earlier.",
    "Trained on the digits, standardized, split at random with seed 0 and 50 % for the test.",
    "One model counts, at any width and however it was trained.",
    "Of each seat the best run is ranked, at each width for itself.",
    "Seats stand here under their pseudonym, or for the class under their name where the student wished so.",
    "A run that the server rejected, and one that diverged, is never ranked.",
  ]);
});
