import { expect, it } from "vitest";
import { countWords } from "../../../shared/assignment/words.ts";

const CASES: readonly (readonly [markdown: string, words: number, why: string])[] = [
  ["", 0, "nothing"],
  ["   \n\n", 0, "white space"],
  ["The error falls.", 3, "words"],
  ["**The** _error_ ~falls~", 3, "signs of Markdown do not count"],
  ["- one\n- two\n1. three", 4, "the number of a list counts, its dashes do not"],
  ["don't over-complete 64-5-64 0.8639", 4, "apostrophes, hyphens and points stay inside a word"],
  ["# Heading\n\n> quoted", 2, "headings and quotes count their words"],
  ["with $h = 64$ neurons", 3, "a formula is one word"],
  ["$$\\frac{1}{N}\\sum_i x_i$$ is it", 3, "a displayed formula is one word"],
  ["\\(a + b\\) and \\[c\\]", 3, "so in the other signs for formulas"],
  ["it costs $5 and $6 a run", 7, "amounts of money are no formula"],
  ["use `nn.Linear(64, 5)` here", 3, "a piece of code is one word"],
  ["before\n\n```python\nx = 1\ny = 2\n```\n\nafter", 2, "fenced code does not count"],
  ["before\n```\nnever closed", 1, "nor does code that is not closed"],
  ["see ![How do errors change?](plot:1f-plot) here", 2, "a plot does not count"],
  ["see [the paper](https://example.org/a) here", 4, "a link counts its text"],
  ["a — b / c", 3, "signs alone do not count"],
  ["größer als früher", 3, "letters of every script"],
  ["ошибка падает", 2, "Cyrillic"],
  ["誤差は減る", 5, "each character where there are no spaces"],
];

it.each(CASES)("%j has %i words: %s", (markdown, words) => {
  expect(countWords(markdown)).toBe(words);
});

it("reads a million characters with signs that are never closed before the test's time is up", () => {
  for (const sign of ["$", "`", "![", "[", "\\(", "\\[", "<a ", "[]("]) {
    expect(countWords(`${sign}word `.repeat(100_000)), sign).toBeGreaterThan(0);
  }
});
