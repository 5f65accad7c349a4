import { describe, expect, it } from "vitest";
import { newResults, sayNews } from "../../../client/pages/board/news.ts";
import { widthWords } from "../../../client/pages/board/words.ts";
import type { Board, BoardRow } from "../../../shared/api/boards.ts";
import { BUILT_IN_PROBLEMS } from "../../../shared/assignment/problems.ts";

function row(pseudonym: string, testMse: number, rank = 1): BoardRow {
  return {
    rank,
    pseudonym,
    mine: false,
    testMse,
    parameters: 2644,
    verification: { status: "reproduced" },
    receivedAt: "2026-11-23T18:00:00Z",
    runLink: `${pseudonym}-${testMse}`,
  };
}

function board(rows: BoardRow[], width = 20): Board {
  return {
    course: "demo",
    title: "Demo",
    problem: "problem-1",
    problemTitle: "MLP autoencoders",
    widths: [],
    width,
    rows,
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
    expect(sayNews(board([fox]), board([first, fox, owl]), words)).toBe(
      "2 new results at hidden size 20. Now first: keen-lynx-9 with 0.2500.",
    );
  });

  it("does not repeat who was first already", () => {
    expect(sayNews(board([fox]), board([fox, owl]), words)).toBe("1 new result at hidden size 20.");
  });

  it("is nothing when nothing came, or when the reader turned to another width", () => {
    expect(sayNews(board([fox]), board([fox]), words)).toBeNull();
    expect(sayNews(board([fox]), board([owl], 40), words)).toBeNull();
  });
});

describe("the words for a width", () => {
  it("are those of the problem", () => {
    expect(words.at(20)).toBe("at hidden size 20");
    expect([1, 5].map(widthWords(problem2 ?? null).at)).toEqual(["with 1 kernel", "with 5 kernels"]);
  });
});
