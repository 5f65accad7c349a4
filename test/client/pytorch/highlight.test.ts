import { expect, test } from "vitest";
import { highlightPython } from "../../../client/pytorch/python/highlight.ts";
import { readFixtures } from "./fixtures.ts";

const pieces = (source: string) =>
  highlightPython(source).map((line) => line.map(({ kind, text }) => `${kind} ${text}`));

test("keywords, names that are defined, numbers, strings and comments are told apart", () => {
  expect(pieces("class Net(nn.Module):\n    h = 5  # five\n    name = 'a'")).toEqual([
    ["keyword class", "plain  ", "name Net", "plain (nn.Module):"],
    ["plain     h = ", "number 5", "plain   ", "comment # five"],
    ["plain     name = ", "string 'a'"],
  ]);
});

test("a text over several lines, and one that is never closed, is a text on each of them", () => {
  expect(pieces('"""a\nb"""\n"""c\nd')).toEqual([
    ['string """a'],
    ['string b"""'],
    ['string """c'],
    ["string d"],
  ]);
});

test("nothing of any class is lost", () => {
  for (const folder of ["accepted", "refused", "datasets"] as const) {
    for (const { source } of readFixtures(folder)) {
      const back = highlightPython(source).map((line) => line.map(({ text }) => text).join(""));
      expect(back.join("\n")).toBe(source.replaceAll(/\r\n|\r/g, "\n"));
    }
  }
});
