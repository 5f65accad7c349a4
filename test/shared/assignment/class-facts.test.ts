import { describe, expect, test } from "vitest";
import { answerFacts } from "../../../shared/assignment/answer-facts.ts";
import type { Answer, AttemptRun } from "../../../shared/assignment/answers.ts";
import { checkAssignment, type State } from "../../../shared/assignment/completeness.ts";
import { BUILT_IN_HOMEWORK } from "../../../shared/assignment/homework/index.ts";
import { pytorchResult } from "../../../shared/assignment/homework/pytorch-results.ts";
import { specOf } from "../../../shared/assignment/homework/specs.ts";
import { listParts, partOfCell, partStates } from "../../../shared/assignment/part-states.ts";
import { BUILT_IN_PROBLEMS } from "../../../shared/assignment/problems.ts";
import { expandSweep, latentWidth } from "../../../shared/spec/sweep.ts";
import { trainRun } from "../../../tools/demo/train-run.ts";

const runId = (i: number) => `00000000-0000-4000-8000-00000000000${i}`;
const runAt = (width: number, i: number): AttemptRun => ({
  id: runId(i),
  width,
  spec: specOf("problem-1", width),
  metrics: { trainMse: 1, testMse: 1, randomMse: 1 },
});
const attempt = (id: number, widths: readonly number[]): Answer & { kind: "run" } => ({
  kind: "run",
  settings: {},
  attempts: [{ id: runId(id), name: "", at: 0, settings: {}, runs: widths.map(runAt), failed: [] }],
  pinned: null,
});
const words = (count: number): Answer => ({ kind: "text", markdown: "word ".repeat(count) });

describe("what the class page needs of an answer", () => {
  const factsOf = (cell: string, answer: Answer) => answerFacts(BUILT_IN_HOMEWORK, cell, answer);

  test.each([
    ["1a-number", { kind: "number", text: "" }, "empty"],
    ["1a-number", { kind: "number", text: "many" }, "draft"],
    ["1a-number", { kind: "number", text: "64" }, "ready"],
    ["1f-text", words(29), "draft"],
    ["1f-text", words(30), "ready"],
    ["1c-code", { kind: "code", source: "class Mine: pass" }, "ready"],
    ["1f-run", attempt(0, [5, 20]), "draft"],
    ["1f-run", attempt(0, [5, 20, 40, 80, 100, 200]), "ready"],
    ["cover", { kind: "cover", firstName: "Ada", lastName: "", honour: false }, "draft"],
    ["gone-text", words(100), "draft"],
  ] as const)("%s with %j is %s", (cell, answer, state) => {
    expect(factsOf(cell, answer).state).toBe(state);
  });

  test("of a run cell the runs of the attempt that counts, of other cells none", () => {
    expect(factsOf("1f-run", attempt(0, [5, 20])).counted).toEqual([
      [5, runId(0)],
      [20, runId(1)],
    ]);
    expect(factsOf("1f-text", words(3)).counted).toBe(null);
  });
});

describe("the state of every part", () => {
  const answers = new Map<string, Answer>([
    ["1a-number", { kind: "number", text: "64" }],
    ["1f-text", words(40)],
    ["1g-text", words(40)],
    ["2d-text", words(40)],
  ]);
  const states = (given: ReadonlyMap<string, Answer>) => {
    const cells = new Map<string, State>(
      [...given].map(([cell, answer]) => [cell, answerFacts(BUILT_IN_HOMEWORK, cell, answer).state]),
    );
    return partStates(BUILT_IN_HOMEWORK, (cell) => cells.get(cell));
  };
  const checked = (given: ReadonlyMap<string, Answer>) =>
    checkAssignment(given, {
      assignment: BUILT_IN_HOMEWORK,
      readCode: () => ({ status: "accepted" }),
    }).parts.map(({ state }) => state);

  test.each([
    ["nothing", new Map<string, Answer>()],
    ["some answers without runs", answers],
    ["the same with runs", new Map([...answers, ["1f-run", attempt(0, [5, 20, 40, 80, 100, 200])] as const])],
  ])("is what the check of whole answers says: %s", (_, given) => {
    expect(states(given)).toEqual(checked(given));
  });

  test("parts are named as their cells begin", () => {
    const parts = listParts(BUILT_IN_HOMEWORK);
    expect(parts).toHaveLength(15);
    expect(parts[5]).toEqual({ id: "1f", problem: 1, letter: "f", points: 7 });
    expect(partOfCell(BUILT_IN_HOMEWORK, "1f-plot")).toBe("1f");
    expect(partOfCell(BUILT_IN_HOMEWORK, "cover")).toBe(null);
  });
});

test("PyTorch's results of the built-in problems are those of the lab to four digits, at every width", () => {
  for (const { sweep } of BUILT_IN_PROBLEMS) {
    const specs = expandSweep(sweep);
    if (!specs.ok) throw new Error(specs.error.message);
    for (const spec of specs.value) {
      const [pytorch, { metrics }] = [pytorchResult(spec, latentWidth(spec)), trainRun(spec).upload];
      for (const name of ["trainMse", "testMse", "randomMse", "auroc"] as const) {
        if (metrics[name] === undefined) continue;
        expect((pytorch?.[name] ?? 0) / metrics[name]).toBeCloseTo(1, 4);
      }
    }
  }
  const other = { ...specOf("problem-1", 5), seed: 1 };
  expect(pytorchResult(other, 5)).toBe(null);
});
