import { describe, expect, it } from "vitest";
import { metricRows } from "../../../client/pages/run/metric-rows.ts";
import { sayCurve, sayRun, sayVerified } from "../../../client/pages/run/sentences.ts";
import type { Metrics } from "../../../shared/api/runs.ts";
import { BUILT_IN_PROBLEMS } from "../../../shared/assignment/problems.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";

function specOf(name: string): ExperimentSpec {
  const problem = BUILT_IN_PROBLEMS.find((one) => one.name === name);
  if (problem === undefined) throw new Error(`no problem ${name}`);
  return problem.sweep.spec;
}
const metrics: Metrics = { trainMse: 0.9125, testMse: 0.90463, randomMse: 1.1543 };

describe("the headline of a run", () => {
  it("says what was trained, on what, and the result", () => {
    expect(sayRun({ spec: specOf("problem-1"), metrics })).toBe(
      "A linear autoencoder of hidden size 5, trained for 50 epochs on 898 digits, rebuilds 899 others with a mean square error of 0.9046.",
    );
  });

  it("counts kernels", () => {
    expect(sayRun({ spec: specOf("problem-2"), metrics })).toMatch(
      /^A convolutional autoencoder with 80 kernels, /,
    );
  });

  it("says how well digits are told apart where one was trained on", () => {
    expect(sayRun({ spec: specOf("problem-3"), metrics: { ...metrics, auroc: 0.98837 } })).toBe(
      "A linear autoencoder of hidden size 40, trained for 50 epochs on the digit 2 alone, tells the other digits from it with an AUROC of 0.988.",
    );
  });

  it("does not call a model linear that is not", () => {
    const spec = specOf("problem-1");
    const [first, last] = spec.model.layers;
    if (first === undefined || last === undefined) throw new Error("expected two layers");
    const relu = { ...spec, model: { ...spec.model, layers: [first, { kind: "relu" as const }, last] } };
    expect(sayRun({ spec: relu, metrics })).toMatch(/^An autoencoder of 3 layers and hidden size 5, /);
  });
});

describe("what the server found", () => {
  it("is told with the reason when it rejected the run", () => {
    const said = sayVerified({ verification: { status: "rejected", reason: "testMse: you sent 0.1" } });
    expect(said.tone).toBe("failed");
    expect(said.words).toMatch(/^Rejected: testMse: you sent 0\.1\./);
  });
});

describe("the numbers of a run", () => {
  it("are the server's, and claims stand beside those that differ alone", () => {
    const rows = metricRows({
      spec: specOf("problem-1"),
      metrics,
      claimed: { ...metrics, testMse: 0.4523, trainMse: 0.912501 },
    });
    expect(rows.map(({ name, server, claimed }) => [name, server, claimed])).toEqual([
      ["train error", 0.9125, null],
      ["test error", 0.90463, 0.4523],
      ["random data", 1.1543, null],
    ]);
  });

  it("have an AUROC where one digit was trained on", () => {
    const own = { ...metrics, auroc: 0.9 };
    const rows = metricRows({ spec: specOf("problem-3"), metrics: own, claimed: own });
    expect(rows.at(-1)).toMatchObject({ name: "AUROC", server: 0.9, claimed: null });
  });
});

it("a curve is the server's own where the run was reproduced, and the browser's report elsewhere", () => {
  expect(sayCurve({ verification: { status: "reproduced" } })).toContain(
    "server’s own training gave the same",
  );
  expect(sayCurve({ verification: { status: "scored" } })).toContain("As reported by the browser");
  expect(sayCurve({ verification: { status: "rejected", reason: "x" } })).toContain(
    "As reported by the browser",
  );
});
