import { describe, expect, test } from "vitest";
import { type Answer, emptyAnswer } from "../../../shared/assignment/answers.ts";
import { BUILT_IN_HOMEWORK } from "../../../shared/assignment/homework/index.ts";
import { type Facts, listWarnings } from "../../../shared/assignment/warnings.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { Layer } from "../../../shared/spec/layers.ts";
import { answersOf, attemptOf, plotCell, solve, type TrainedRun } from "./attempts.ts";

const NO_FACTS: Facts = { losses: new Map(), models: new Map() };

function factsOf(runs: readonly TrainedRun[]): Facts {
  return {
    losses: new Map(runs.map(({ id, trainLoss }) => [id, trainLoss])),
    models: new Map(runs.map(({ id, spec }) => [id, spec.model])),
  };
}

/** What is warned of in one run cell whose attempt has these runs. */
function warningsOf(cell: string, runs: readonly TrainedRun[], facts = factsOf(runs)): readonly string[] {
  return listWarnings(BUILT_IN_HOMEWORK, answersOf({ [cell]: attemptOf(runs) }), facts).map(
    ({ cell: at, kind, message }) => `${at} ${kind}: ${message}`,
  );
}

function withLayers(change: (layers: readonly Layer[]) => Layer[]) {
  return (spec: ExperimentSpec): ExperimentSpec => ({
    ...spec,
    model: { ...spec.model, layers: change(spec.model.layers) },
  });
}

/** The model with one more layer after the first. */
const withHidden = (layer: Layer) => withLayers((layers) => layers.toSpliced(1, 0, layer));

const learningRate = (rate: number) => (spec: ExperimentSpec) => ({
  ...spec,
  optimizer: { ...spec.optimizer, learningRate: rate },
});

test("a clean solution of every part has no warning", () => {
  const better = (spec: ExperimentSpec) => ({ ...spec, epochs: 200 });
  const solved = {
    "1e-run": solve("1e-run"),
    "1f-run": solve("1f-run"),
    "2c-run": solve("2c-run", (spec) => ({ ...spec, epochs: 50 })),
    "3a-run": solve("3a-run"),
    "3d-run": solve("3d-run", better),
  };
  const attempts = Object.fromEntries(Object.entries(solved).map(([cell, runs]) => [cell, attemptOf(runs)]));
  const facts = factsOf(Object.values(solved).flat());
  expect(listWarnings(BUILT_IN_HOMEWORK, answersOf(attempts), facts)).toEqual([]);
});

test("nothing is warned of before anything was run, or where nothing is known", () => {
  expect(listWarnings(BUILT_IN_HOMEWORK, new Map(), NO_FACTS)).toEqual([]);
  expect(warningsOf("1e-run", solve("1e-run", learningRate(1e-9)), NO_FACTS)).toEqual([]);
});

describe("a warning is given", () => {
  test("of a loss that never moved, with its value", () => {
    const runs = solve("1e-run", learningRate(1e-9));
    expect(warningsOf("1e-run", runs)).toEqual([
      expect.stringMatching(
        /^1e-run stuckLoss: The loss stayed at 1\.1921 through all 50 epochs \(hidden size 5\), so nothing was learned.*1e-9\.$/,
      ),
    ]);
  });

  test("of a loss that rose", () => {
    expect(warningsOf("1e-run", solve("1e-run", learningRate(3)))).toEqual([
      expect.stringMatching(
        /^1e-run risenLoss: The loss rose from 1\.1921 to .*smaller learning rate than 3\.$/,
      ),
    ]);
  });

  test("of runs that gave no numbers", () => {
    const failed = [{ width: 200, message: "Diverged at epoch 3." }];
    const runs = solve("1e-run");
    const answers = answersOf({ "1e-run": attemptOf(runs, { failed }) });
    expect(listWarnings(BUILT_IN_HOMEWORK, answers, factsOf(runs))).toMatchObject([
      { kind: "failedRuns", message: expect.stringMatching(/^1 of 2 runs .*Diverged at epoch 3\.$/) },
    ]);
  });

  test("of the other problem's model, in either problem", () => {
    const [linear, convolutional] = [solve("1e-run"), solve("2c-run", (spec) => ({ ...spec, epochs: 50 }))];
    const as = (runs: readonly TrainedRun[], width: number) => runs.map((run) => ({ ...run, width }));
    expect(warningsOf("2c-run", as(linear, 80))).toEqual([
      expect.stringMatching(/^2c-run otherProblem: This was trained with linear layers/),
    ]);
    expect(warningsOf("1e-run", as(convolutional, 5))).toEqual([
      expect.stringMatching(/^1e-run otherProblem: This was trained with convolutions/),
    ]);
  });

  test("of an activation, and of more than one hidden layer, where the part asks for none", () => {
    const activated = withHidden({ kind: "relu" });
    expect(warningsOf("1e-run", solve("1e-run", activated))).toEqual([
      expect.stringMatching(/^1e-run activation: The model has an activation \(relu\)/),
    ]);
    const deep = withHidden({ kind: "linear", in: 5, out: 5 });
    expect(warningsOf("1e-run", solve("1e-run", deep))).toEqual([
      expect.stringMatching(/^1e-run hiddenLayers: The model has 2 hidden layers, .* one hidden layer/),
    ]);
  });

  test("of nothing where the student designs the model", () => {
    const activated = withHidden({ kind: "relu" });
    expect(warningsOf("3d-run", solve("3d-run", activated))).toEqual([]);
  });

  test("of runs from an older class", () => {
    const runs = solve("1e-run");
    const [before] = runs;
    if (before === undefined) throw new TypeError("no run");
    const now = withLayers((layers) =>
      layers.map((layer) => ({ ...layer, ...("out" in layer && { out: 64 }) })),
    );
    const models = new Map([[before.id, now(before.spec).model]]);
    expect(warningsOf("1e-run", runs, { ...factsOf(runs), models })).toEqual([
      expect.stringMatching(/^1e-run olderClass: .*earlier version of your class/),
    ]);
  });

  test("of widths that are asked for and missing", () => {
    const runs = solve("1f-run").filter(({ width }) => width !== 80 && width !== 200);
    expect(warningsOf("1f-run", runs)).toEqual([
      expect.stringMatching(/^1f-run missingWidths: There is no run with 80 and 200/),
    ]);
  });

  test("of fewer epochs than asked for", () => {
    expect(
      warningsOf(
        "1e-run",
        solve("1e-run", (spec) => ({ ...spec, epochs: 20 })),
      ),
    ).toEqual([expect.stringMatching(/^1e-run fewEpochs: Trained for 20 epochs, but the part asks for 50/)]);
  });

  test("of a model that was trained on all digits, or on another one", () => {
    const on = (split: ExperimentSpec["dataset"]["split"]) => (spec: ExperimentSpec) => ({
      ...spec,
      dataset: { ...spec.dataset, split },
    });
    expect(warningsOf("3a-run", solve("3a-run", on({ kind: "random", testFraction: 0.5, seed: 0 })))).toEqual(
      [expect.stringMatching(/^3a-run wrongDigits: This model was trained on all digits.*digit 2/)],
    );
    expect(warningsOf("3a-run", solve("3a-run", on({ kind: "oneDigit", digit: 3 })))).toEqual([
      expect.stringMatching(/^3a-run wrongDigits: This model was trained on the digit 3/),
    ]);
  });

  test("of scores of pixels where scores of images are meant", () => {
    const cell = plotCell("3a-plot");
    expect(emptyAnswer(cell)).toEqual({ kind: "plot", per: "image" });
    const say = (answer: Answer) =>
      listWarnings(BUILT_IN_HOMEWORK, new Map([[cell.id, answer]]), NO_FACTS).map(({ kind }) => kind);
    expect(say({ kind: "plot", per: "pixel" })).toEqual(["pixelScores"]);
    expect(say({ kind: "plot", per: "image" })).toEqual([]);
  });

  test("of a regularized model whose separation is in truth worse, or the same", () => {
    const plain = solve("3a-run");
    const regularize = (spec: ExperimentSpec) => ({
      ...learningRate(0.001)(spec),
      loss: { ...spec.loss, latentL1: 1 },
      optimizer: { ...spec.optimizer, weightDecay: 0.5 },
      epochs: 100,
    });
    const say = (own: readonly TrainedRun[]) =>
      listWarnings(
        BUILT_IN_HOMEWORK,
        answersOf({ "3a-run": attemptOf(plain), "3d-run": attemptOf(own) }),
        factsOf([...plain, ...own]),
      );
    expect(say(solve("3d-run", regularize))).toEqual([
      {
        cell: "3d-plot",
        kind: "noBetter",
        message: expect.stringMatching(/^AUROC fell from 0\.995 to 0\.494: this model/),
      },
    ]);
    expect(say(solve("3d-run"))).toMatchObject([
      { kind: "noBetter", message: expect.stringMatching(/^AUROC is 0\.995, as it was/) },
    ]);
  });
});
