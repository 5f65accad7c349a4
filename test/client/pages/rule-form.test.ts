import { describe, expect, it } from "vitest";
import { nameBoard } from "../../../client/pages/boards/name-board.ts";
import { buildRule, formOf, type RuleForm } from "../../../client/pages/boards/rule-form.ts";
import { BUILT_IN_PROBLEMS } from "../../../shared/assignment/problems.ts";
import { builtInRule, NO_LIMITS } from "../../../shared/boards/built-in.ts";
import type { BoardRule } from "../../../shared/boards/rule.ts";

const ZONE = "America/New_York";
const [errors, , anomalies] = BUILT_IN_PROBLEMS.map(builtInRule);
if (errors === undefined || anomalies === undefined) throw new Error("the built-in problems are missing");

const rules: readonly [string, BoardRule][] = [
  ["of problem 1", errors],
  ["of problem 3", anomalies],
  [
    "with a share of the digit held out",
    {
      ...anomalies,
      dataset: {
        ...anomalies.dataset,
        split: { kind: "oneDigit", digit: 7, heldOutFraction: 0.25, seed: 11 },
      },
    },
  ],
  [
    "with every limit",
    {
      ...errors,
      limits: { latentSize: 20, parameters: 2644, epochs: 50, layerKinds: ["linear", "relu"], model: null },
      counts: "latest",
      names: "pseudonym",
      attemptsADay: 3,
    },
  ],
  ["frozen", { ...errors, state: { kind: "frozen", from: "2026-12-02T04:59:00.000Z" } }],
  [
    "frozen at a moment within a minute",
    { ...errors, state: { kind: "frozen", from: "2026-12-02T04:59:31.415Z" } },
  ],
  ["hidden until a day", { ...errors, state: { kind: "hidden", until: "2026-12-02T04:59:00.000Z" } }],
  ["hidden until it is opened", { ...errors, state: { kind: "hidden", until: null } }],
  [
    "on another split at random",
    {
      ...errors,
      dataset: { id: "digits", scaling: "unit", split: { kind: "random", testFraction: 0.2, seed: 42 } },
    },
  ],
];

describe("the form of a rule", () => {
  it.each(rules)("%s gives the same rule back when nothing is changed", (_, rule) => {
    expect(buildRule(formOf(rule, ZONE), ZONE)).toEqual({ ok: true, rule });
  });

  it("keeps what is held out, and its seed, while something else is changed", () => {
    const [, held] = rules[2] ?? ["", anomalies];
    const built = buildRule({ ...formOf(held, ZONE), title: "Sevens", metric: "auroc" }, ZONE);
    expect(built.ok && built.rule.dataset).toEqual(held.dataset);
  });

  it("takes its day and time as the course's clocks show them", () => {
    const clock = { date: "2026-12-01", time: "23:59" };
    const built = buildRule({ ...formOf(errors, ZONE), state: "frozen", clock }, ZONE);
    expect(built.ok && built.rule.state).toEqual({ kind: "frozen", from: "2026-12-02T04:59:00.000Z" });
  });

  const wrong: readonly [string, Partial<RuleForm>, string, RegExp][] = [
    ["no title", { title: " " }, "title", /a text of at least 1/],
    ["letters for a limit", { epochs: "many" }, "epochs", /a number, got "many"/],
    ["half an epoch", { epochs: "0.5" }, "epochs", /whole number/],
    ["a share above 1", { testFraction: "1.5" }, "testFraction", /below 1, got 1.5/],
    ["a width that is none", { widths: "5, wide" }, "widths", /got "wide"/],
    ["no attempts at all", { attemptsADay: "0" }, "attemptsADay", /at least 1/],
    [
      "no moment to freeze from",
      { state: "frozen", clock: { date: "", time: "" } },
      "clock",
      /the day and the time/,
    ],
  ];
  it.each(wrong)("says of %s at which field, and what was expected", (_, change, field, message) => {
    expect(buildRule({ ...formOf(errors, ZONE), ...change }, ZONE)).toMatchObject({
      ok: false,
      field,
      message: expect.stringMatching(message),
    });
  });

  it("limits nothing where fields are empty", () => {
    const built = buildRule(formOf({ ...errors, limits: NO_LIMITS }, ZONE), ZONE);
    expect(built.ok && built.rule.limits).toEqual(NO_LIMITS);
  });
});

describe("the name of a new board", () => {
  it("is made of its title, and is none of the others'", () => {
    expect(nameBoard("Épochs: ten, or fewer", [])).toBe("epochs-ten-or-fewer");
    expect(nameBoard("Problem 1", ["problem-1", "problem-1-2"])).toBe("problem-1-3");
    expect(nameBoard("???", [])).toBe("board");
  });
});
