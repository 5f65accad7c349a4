import { describe, expect, test } from "vitest";
import type { Answer } from "../../../shared/assignment/answers.ts";
import type { Assignment, Cell, Part, RubricItem } from "../../../shared/assignment/assignment.ts";
import { findPart } from "../../../shared/assignment/find-part.ts";
import { BUILT_IN_HOMEWORK } from "../../../shared/assignment/homework/index.ts";
import { submissionFacts } from "../../../shared/grading/facts.ts";
import { makeProposer } from "../../../shared/grading/propose.ts";
import { scoreOf } from "../../../shared/grading/score.ts";

type Answers = Readonly<Record<string, Answer>>;

function factsOf(answers: Answers, homework = BUILT_IN_HOMEWORK) {
  return submissionFacts(
    homework,
    Object.entries(answers).map(([cell, answer]) => ({ cell, answer })),
  );
}

/** What the lab proposes for a part of the built-in homework. */
function proposed(id: string, answers: Answers) {
  const placed = findPart(BUILT_IN_HOMEWORK, id);
  if (placed === null) throw new Error(`the homework has no part ${id}`);
  return makeProposer(BUILT_IN_HOMEWORK)(placed.part, factsOf(answers));
}

const number = (text: string): Answer => ({ kind: "number", text });
const text = (words: number): Answer => ({ kind: "text", markdown: "word ".repeat(words) });

/** A homework of one part with these cells and this rubric, worth 4 points. */
function homeworkOf(cells: Cell[], rubric?: RubricItem[]): { homework: Assignment; part: Part } {
  const part: Part = {
    letter: "a",
    points: 4,
    prompt: "",
    cells,
    ...(rubric === undefined ? {} : { rubric }),
  };
  const [problem] = BUILT_IN_HOMEWORK.problems;
  if (problem === undefined) throw new Error("the built-in homework is empty");
  return { homework: { ...BUILT_IN_HOMEWORK, problems: [{ ...problem, shown: [], parts: [part] }] }, part };
}

describe("of a number with an expected answer the lab proposes", () => {
  test.each([
    ["64", 2, "right"],
    [" 64.0 ", 2, "right"],
    ["6.4e1", 2, "right"],
    ["65", 0, "wrong"],
    ["-64", 0, "wrong"],
    ["sixty-four", 0, "incomplete"],
    ["", 0, "empty"],
  ])("of “%s” %d points, as it is %s", (written, score, found) => {
    expect(proposed("1a", { "1a-number": number(written) })).toEqual({
      ticked: score > 0 ? ["pixels"] : [],
      adjustment: 0,
      score,
      because: [{ cell: "1a-number", found }],
    });
  });

  test.each([
    [0.05, "0.35", "right"],
    [0.05, "0.3501", "wrong"],
    [0, "0.3", "right"],
  ])("within a tolerance of %d: %s is %s", (tolerance, written, found) => {
    const cell: Cell = { kind: "number", id: "1a-n", label: "", expected: { value: 0.1 + 0.2, tolerance } };
    const { homework, part } = homeworkOf([cell]);
    const facts = factsOf({ "1a-n": number(written) }, homework);
    expect(makeProposer(homework)(part, facts).because).toEqual([{ cell: "1a-n", found }]);
  });
});

describe("of a part with a rubric", () => {
  test("the lab ticks what it can see, and leaves what must be judged to people", () => {
    expect(proposed("1f", { "1f-text": text(40) })).toMatchObject({ ticked: [], score: 0 });
    const { run } = trained();
    const whole = proposed("1f", { "1f-run": run, "1f-text": text(40) });
    expect(whole.ticked).toEqual(["trained", "plot"]);
    expect(whole.score).toBe(3);
    expect(whole.because.map(({ found }) => found)).toEqual(["complete", "complete", "complete"]);
  });

  test("a cell of another part counts where the rubric names it: who trained a class wrote one that the lab reads", () => {
    expect(proposed("1g", { "1f-run": trained().run })).toMatchObject({ ticked: ["plot"], score: 2 });
    expect(proposed("1g", {})).toMatchObject({ ticked: [], score: 0 });
  });

  test("what is taken off is proposed where the cell is not good", () => {
    const rubric = [{ id: "missing", label: "No text", points: -3, cell: "1a-t" }];
    const { homework, part } = homeworkOf([{ kind: "text", id: "1a-t", label: "", minWords: 10 }], rubric);
    const score = (words: number) =>
      makeProposer(homework)(part, factsOf({ "1a-t": text(words) }, homework)).score;
    expect([score(10), score(9), score(0)]).toEqual([4, 1, 1]);
  });
});

describe("of a part whose rubric names no cell, or that has none,", () => {
  const cells: Cell[] = [
    { kind: "text", id: "1a-t", label: "", minWords: 10 },
    { kind: "number", id: "1a-n", label: "", expected: { value: 1, tolerance: 0 } },
  ];
  test.each([
    ["nothing", {}, 0],
    ["half", { "1a-t": text(10), "1a-n": number("2") }, 2],
    ["everything", { "1a-t": text(10), "1a-n": number("1") }, 4],
  ])("the lab gives each cell its share: %s", (_, answers: Answers, score) => {
    for (const rubric of [
      undefined,
      [{ id: "good", label: "Good", points: 4 }],
      [{ id: "sloppy", label: "Sloppy", points: -1 }],
    ]) {
      const { homework, part } = homeworkOf(cells, rubric);
      const proposal = makeProposer(homework)(part, factsOf(answers, homework));
      expect(proposal).toMatchObject({ ticked: [], score });
      expect(scoreOf(part, proposal)).toBe(score);
    }
  });
});

/** The sweep of 1 (f), as an answer whose numbers do not matter here. */
function trained(): { run: Answer } {
  const cell = BUILT_IN_HOMEWORK.problems[0]?.parts
    .flatMap((part) => part.cells)
    .find(({ id }) => id === "1f-run");
  if (cell?.kind !== "run") throw new Error("the homework has no 1f-run");
  const attempt = {
    ...{ id: "0b7f4d52-6a39-4c5e-8f0b-8d5f1c1a2b3c", name: "", at: 1, settings: {}, failed: [] },
    runs: cell.widths.map((width, i) => ({
      ...{ id: `0b7f4d52-6a39-4c5e-8f0b-8d5f1c1a2b${String(i).padStart(2, "0")}`, width, spec: cell.spec },
      metrics: { trainMse: 1, testMse: 1, randomMse: 1 },
    })),
  };
  return { run: { kind: "run", settings: {}, attempts: [attempt], pinned: null } };
}
