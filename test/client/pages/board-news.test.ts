import { describe, expect, it } from "vitest";
import { newResults, sayNews } from "../../../client/pages/board/news.ts";
import { withBaselines } from "../../../client/pages/board/with-baselines.ts";
import { widthWords } from "../../../client/parts/board-words.ts";
import type { Board, BoardRow } from "../../../shared/api/boards.ts";
import { BUILT_IN_PROBLEMS } from "../../../shared/assignment/problems.ts";
import { builtInRule } from "../../../shared/boards/built-in.ts";

function row(pseudonym: string, value: number, rank = 1): BoardRow {
  return {
    rank,
    pseudonym,
    name: null,
    mine: false,
    value,
    distance: null,
    latentSize: 20,
    parameters: 2644,
    verification: { status: "reproduced" },
    receivedAt: "2026-11-23T18:00:00Z",
    runLink: `${pseudonym}-${value}`,
  };
}

function ruleOf(problem: number) {
  const found = BUILT_IN_PROBLEMS[problem];
  if (found === undefined) throw new Error(`there is no problem ${problem}`);
  return builtInRule(found);
}

function board(rows: BoardRow[], width = 20): Board {
  return {
    course: "demo",
    title: "Demo",
    boards: [],
    rule: ruleOf(0),
    zone: "UTC",
    isHidden: false,
    widths: [],
    width,
    rows,
    baselines: [],
  };
}

const [problem1, problem2] = BUILT_IN_PROBLEMS.map(({ sweep }) => sweep.spec);
const words = widthWords(problem1 ?? null);
const [fox, owl] = [row("calm-fox-20", 0.3), row("wise-owl-3", 0.4, 2)];

describe("new results of a board", () => {
  it("are runs that were not ranked before, a seat's better one too", () => {
    const better = row("wise-owl-3", 0.2);
    expect(newResults([fox, owl], [better, fox])).toEqual([better]);
  });

  it("are not those that only changed places", () => {
    expect(newResults([fox, owl], [owl, fox])).toEqual([]);
  });
});

describe("what is said of new results", () => {
  it("counts them and names a new first", () => {
    const first = row("keen-lynx-9", 0.25);
    expect(sayNews(board([fox]), board([first, fox, owl]), words.at(20))).toBe(
      "2 new results at hidden size 20. Now first: keen-lynx-9 with 0.2500.",
    );
  });

  it("does not repeat who was first already", () => {
    expect(sayNews(board([fox]), board([fox, owl]), words.at(20))).toBe("1 new result at hidden size 20.");
  });

  it("is nothing when nothing came, or when the reader turned to another width", () => {
    expect(sayNews(board([fox]), board([fox]), words.at(20))).toBeNull();
    expect(sayNews(board([fox]), board([owl], 40), words.at(20))).toBeNull();
  });
});

describe("the words for a width", () => {
  it("are those of the problem", () => {
    expect(words.at(20)).toBe("at hidden size 20");
    expect([1, 5].map(widthWords(problem2 ?? null).at)).toEqual(["with 1 kernel", "with 5 kernels"]);
  });
});

describe("baselines", () => {
  const baseline = (kind: "mean" | "builtIn", value: number) => ({
    ...{ kind, value, distance: null, latentSize: 0, parameters: 64 },
  });
  const order = (lines: ReturnType<typeof withBaselines>) =>
    lines.map((line) => (line.kind === "run" ? line.row.pseudonym : line.baseline.kind));

  it("stand among the rows by their value, before one that is as good", () => {
    const lines = withBaselines({
      ...board([fox, owl]),
      baselines: [baseline("mean", 1), baseline("builtIn", 0.3)],
    });
    expect(order(lines)).toEqual(["builtIn", "calm-fox-20", "wise-owl-3", "mean"]);
  });

  it("stand the other way around where more is better", () => {
    const lines = withBaselines({
      ...board([owl, fox]),
      rule: ruleOf(2),
      baselines: [baseline("mean", 0.35)],
    });
    expect(order(lines)).toEqual(["wise-owl-3", "mean", "calm-fox-20"]);
  });
});
