import { describe, expect, test } from "vitest";
import { BUILT_IN_PROBLEMS, type Problem } from "../../../shared/assignment/problems.ts";
import { builtInRule } from "../../../shared/boards/built-in.ts";
import { dayIn } from "../../../shared/boards/day.ts";
import { costToValue, type JudgedRun, makeJudge, readFacts, WHY } from "../../../shared/boards/judge.ts";
import { type BoardLimits, type BoardRule, parseRule } from "../../../shared/boards/rule.ts";
import { type ExperimentSpec, parseSpec } from "../../../shared/spec/experiment.ts";
import { withLatentWidth } from "../../../shared/spec/sweep.ts";

const problem = (name: string): Problem => {
  const found = BUILT_IN_PROBLEMS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
};
const errors = builtInRule(problem("problem-1"));
const anomalies = builtInRule(problem("problem-3"));

/** A verified run of a problem's model at a width. */
function run(
  width: number,
  { name = "problem-1", ...changes }: Partial<ExperimentSpec> & { name?: string } = {},
): JudgedRun {
  const spec = withLatentWidth({ ...problem(name).sweep.spec, ...changes }, width);
  if (!spec.ok) throw new Error(spec.error.message);
  return {
    facts: readFacts(spec.value),
    verification: "reproduced",
    measures: { trainMse: 0.4, testMse: 0.5, randomMse: 1.1, auroc: 0.99, tprAt1Fpr: 0.7, dPrime: 2.5 },
    receivedAt: "2026-11-20T12:00:00.000Z",
  };
}

const limited = (limits: Partial<BoardLimits>): BoardRule => ({
  ...errors,
  limits: { ...errors.limits, model: null, ...limits },
});

describe("a run that counts", () => {
  test("stands at its width by its value, the least first", () => {
    expect(makeJudge(errors)(run(20))).toEqual({ counts: true, width: 20, latentSize: 20, cost: 0.5 });
  });

  test("stands in the one ranking of a board that ranks all together, the most first", () => {
    const judged = makeJudge(anomalies)(run(40, { name: "problem-3" }));
    expect(judged).toEqual({ counts: true, width: 0, latentSize: 40, cost: -0.7 });
    expect(judged.counts && costToValue("tprAt1Fpr", judged.cost)).toBe(0.7);
  });

  test("may have any optimizer, epochs, batch size, loss and seed where the model is given", () => {
    const free = { epochs: 7, seed: 3, batchSize: 10, loss: { kind: "mse", latentL1: 0.1 } } as const;
    expect(makeJudge(errors)(run(5, free)).counts).toBe(true);
  });

  test("keeps to each limit when it meets it", () => {
    const limits = { latentSize: 20, parameters: 2644, epochs: 50, layerKinds: ["linear"] } as const;
    expect(makeJudge(limited({ ...limits, layerKinds: [...limits.layerKinds] }))(run(20)).counts).toBe(true);
  });
});

describe("a run does not count, and the judge says why,", () => {
  const { split, ...dataset } = problem("problem-1").sweep.spec.dataset;
  const relu = parseSpec({
    ...problem("problem-1").sweep.spec,
    model: {
      layers: [{ kind: "linear", in: 64, out: 5 }, { kind: "relu" }, { kind: "linear", in: 5, out: 64 }],
      latentAfter: 1,
    },
  });
  if (!relu.ok) throw new Error(relu.error.message);
  const cases: readonly [string, BoardRule, JudgedRun, string | RegExp][] = [
    ["when it was rejected", errors, { ...run(5), verification: "rejected" }, WHY.rejected],
    ["when it diverged", errors, { ...run(5), measures: { testMse: Number.NaN } }, WHY.diverged],
    ["on another scaling", errors, run(5, { dataset: { ...dataset, split, scaling: "unit" } }), WHY.dataset],
    ["on another split", errors, run(40, { name: "problem-3" }), WHY.dataset],
    [
      "on the digit with some held out where none are",
      anomalies,
      run(40, {
        dataset: { ...dataset, split: { kind: "oneDigit", digit: 2, heldOutFraction: 0.2, seed: 0 } },
      }),
      WHY.dataset,
    ],
    [
      "before its number was measured",
      anomalies,
      { ...run(40, { name: "problem-3" }), measures: {} },
      WHY.notMeasured,
    ],
    ["with another model", errors, { ...run(5), facts: readFacts(relu.value) }, WHY.model],
    ["with too wide a latent", limited({ latentSize: 19 }), run(20), /more than the 19 numbers/],
    ["with too many parameters", limited({ parameters: 2643 }), run(20), /more than the 2,643 parameters/],
    ["with too many epochs", limited({ epochs: 49 }), run(20), /more than the 49 epochs/],
    [
      "with a layer of another kind",
      limited({ layerKinds: ["linear"] }),
      { ...run(5), facts: readFacts(relu.value) },
      /kind that this board does not take: relu/,
    ],
    [
      "from the moment the board is frozen",
      { ...errors, state: { kind: "frozen", from: "2026-11-20T12:00:00.000Z" } },
      run(5),
      WHY.frozen,
    ],
  ];
  test.each(cases)("%s", (_, rule, judged, why) => {
    const found = makeJudge(rule)(judged);
    expect(found).toEqual({ counts: false, why: typeof why === "string" ? why : expect.stringMatching(why) });
  });

  test("and counts a moment before it is frozen", () => {
    const rule: BoardRule = { ...errors, state: { kind: "frozen", from: "2026-11-20T12:00:00.001Z" } };
    expect(makeJudge(rule)(run(5)).counts).toBe(true);
  });
});

describe("a rule", () => {
  const complaint = (input: unknown) => {
    const parsed = parseRule(input);
    return parsed.ok ? null : parsed.error;
  };

  test("of every built-in problem is one", () => {
    expect(BUILT_IN_PROBLEMS.map(builtInRule).map(complaint)).toEqual([null, null, null]);
  });

  test("ranks what its split gives", () => {
    expect(complaint({ ...errors, metric: "dPrime" })).toMatchObject({ path: "metric" });
    expect(complaint({ ...anomalies, metric: "testMse" })).toBeNull();
  });

  test("has its held-out share with its seed", () => {
    const split = { kind: "oneDigit", digit: 2, heldOutFraction: 0.2 };
    const dataset = { ...anomalies.dataset, split };
    expect(complaint({ ...anomalies, dataset })).toMatchObject({ path: "dataset.split.seed" });
  });

  test("names a model that can be trained", () => {
    const model = {
      layers: [
        { kind: "linear", in: 64, out: 5 },
        { kind: "linear", in: 6, out: 64 },
      ],
      latentAfter: 0,
    };
    expect(complaint({ ...errors, limits: { ...errors.limits, model } })).toMatchObject({
      path: "limits.model.layers[1]",
    });
  });

  test("says its times as they compare", () => {
    const state = { kind: "frozen", from: "2026-11-20T12:00:00+01:00" };
    expect(complaint({ ...errors, state })).toMatchObject({
      path: "state.from",
      message: expect.stringMatching(/2026-12-01T23:59:00.000Z/),
    });
  });
});

test("a day is that of the course's own clocks", () => {
  const at = Date.UTC(2026, 10, 21, 4, 30);
  expect([dayIn("UTC", at), dayIn("America/New_York", at)]).toEqual(["2026-11-21", "2026-11-20"]);
});
