import { describe, expect, test } from "vitest";
import { compareEngines } from "../../../client/pages/lab/compare-engines.ts";
import { experimentKey } from "../../../client/pages/lab/experiment.ts";
import { latestRuns } from "../../../client/pages/lab/points.ts";
import { gatherSentences, nameRunState, sayRunState } from "../../../client/pages/lab/run-states.ts";
import { listDifferences } from "../../../client/parts/differences.ts";
import { buildLabLink, buildRunAgainLink, parseLabLink } from "../../../client/state/lab-link.ts";
import type { FinishedOne } from "../../../client/state/training-run.ts";
import type { EngineName } from "../../../shared/api/runs.ts";
import { BUILT_IN_PROBLEMS } from "../../../shared/assignment/problems.ts";
import type { Layer } from "../../../shared/spec/layers.ts";

const [problem1, problem2, problem3] = BUILT_IN_PROBLEMS.map(({ sweep }) => sweep);
if (problem1 === undefined || problem2 === undefined || problem3 === undefined)
  throw new Error("no problems");
const { spec } = problem1;

function mlp(hidden: number): Layer[] {
  return [
    { kind: "linear", in: 64, out: hidden },
    { kind: "linear", in: hidden, out: 64 },
  ];
}

function run(key: string, engine: EngineName, trainLoss: number[]): FinishedOne {
  const metrics = { trainMse: 1, testMse: 1, randomMse: 1 };
  const outcome = {
    status: "finished",
    history: { trainLoss },
    metrics,
    weights: new Map(),
    durationMs: 1,
  } as const;
  return { key, experiment: "", spec, choice: { engine, device: "processor", why: "" }, trainLoss, outcome };
}

describe("a link to the lab", () => {
  test("carries a sweep there and back", () => {
    const { hash } = new URL(buildLabLink(problem2), "https://lab.example");
    expect(parseLabLink(hash)).toEqual({ ok: true, value: problem2 });
  });

  test("to one run asks for that run alone", () => {
    const { hash } = new URL(buildRunAgainLink({ ...spec, seed: 7 }), "https://lab.example");
    expect(parseLabLink(hash)).toEqual({
      ok: true,
      value: { spec: { ...spec, seed: 7 }, widths: [], seeds: [7] },
    });
  });

  test("that was cut says so", () => {
    const link = parseLabLink(buildLabLink(problem1).slice(4, 80));
    expect(link).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("copy the whole link") },
    });
  });

  test("with a spec that cannot be trained names the field", () => {
    const link = buildLabLink({ ...problem1, spec: { ...spec, epochs: 0 } });
    expect(parseLabLink(link.slice(4))).toMatchObject({ ok: false, error: { path: "spec.epochs" } });
  });

  test("that holds no spec is none", () => {
    expect(parseLabLink("")).toBeNull();
    expect(parseLabLink("#main")).toBeNull();
  });
});

describe("differences from the course's sweep", () => {
  test("are none for the course's own", () => {
    for (const { sweep } of BUILT_IN_PROBLEMS) expect(listDifferences(sweep, sweep)).toEqual([]);
  });

  test("name what was changed, and what it was", () => {
    const seeds = [0, 1, 2];
    expect(
      listDifferences({ ...problem1, seeds, widths: [5, 10], spec: { ...spec, epochs: 100 } }, problem1),
    ).toEqual([
      "epochs 100 instead of 50",
      "seeds 0 to 2 instead of 0",
      "hidden sizes 5, 10 instead of 5, 20, 40, 80, 100, 200",
    ]);
  });

  test("tell another split and other layers", () => {
    expect(listDifferences(problem3, problem1)).toContain(
      "split only the digit 2 is trained on instead of 50 % for testing, seed 0",
    );
    expect(listDifferences(problem2, problem1)).toContain("other layers");
  });
});

describe("the runs of an experiment", () => {
  test("belong together whatever their widths and seeds", () => {
    const other = { ...spec, seed: 3, model: { ...spec.model, layers: mlp(7) } };
    expect(experimentKey({ spec: other, widths: [7], seeds: [3] })).toBe(experimentKey(problem1));
    expect(experimentKey({ ...problem1, spec: { ...spec, epochs: 51 } })).not.toBe(experimentKey(problem1));
  });

  test("stand in plots once for each width and seed, by the latest", () => {
    const runs = [run("first", "moments", [1]), run("again", "tfjs", [1])];
    expect(latestRuns(runs).map(({ key }) => key)).toEqual(["again"]);
  });

  test("leave out a run whose loss ran away, and say that it diverged", () => {
    const away = run("away", "moments", [1.2, 13]);
    expect(latestRuns([away])).toEqual([]);
    expect(nameRunState(away, { status: "local", why: "noCourse" })).toBe("diverged");
    expect(sayRunState(away, null)).toMatchObject({
      tone: "failed",
      words: expect.stringContaining("learning rate"),
    });
    expect(latestRuns([run("bumpy", "moments", [1.2, 30, 11])])).toHaveLength(1);
  });

  test("tell how far apart two engines are at any epoch", () => {
    expect(compareEngines([run("a", "moments", [1, 0.5]), run("b", "tfjs", [1, 0.6])])).toEqual({
      specs: 1,
      largestRelative: expect.closeTo(0.2),
    });
  });

  test("are not compared when one engine trained them twice", () => {
    expect(compareEngines([run("a", "moments", [1]), run("b", "moments", [1])])).toBeNull();
  });
});

describe("what is said of runs", () => {
  test("is said once for all of which it is true, failures first", () => {
    const fine = { tone: "plain", words: "Saved." } as const;
    const gone = { tone: "failed", words: "Diverged." } as const;
    expect(gatherSentences([fine, gone, fine])).toEqual([
      { ...gone, runs: 1 },
      { ...fine, runs: 2 },
    ]);
  });
});
