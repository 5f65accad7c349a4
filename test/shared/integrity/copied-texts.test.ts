import { expect, test } from "vitest";
import {
  findCopies,
  findPassages,
  givenShingles,
  MIN_SHINGLES,
  ownShingles,
  whoWasFirst,
} from "../../../shared/integrity/copied-texts.ts";
import { SHINGLE_WORDS } from "../../../shared/integrity/shingles.ts";
import { listWords } from "../../../shared/integrity/words.ts";

const NONE = givenShingles([]);
/** `count` different words, which no other `name` has. */
const words = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i}`);
const long = (name: string, count = 40) => words(name, count).join(" ");
const copies = (...texts: readonly string[]) => findCopies(texts.map((text) => ownShingles(text, NONE)));

test("words are compared without capitals, punctuation, Markdown and forms of a letter, and know their place", () => {
  const found = listWords("**It** falls —\n> don’t you see [the plot](plot:1f-plot)?  Ｘ é");
  expect(found.map(({ text }) => text)).toEqual([
    "it",
    "falls",
    "don",
    "t",
    "you",
    "see",
    "the",
    "plot",
    "x",
    "é",
  ]);
  expect(found.slice(0, 2).map(({ start, end }) => [start, end])).toEqual([
    [2, 4],
    [7, 12],
  ]);
  expect(listWords("é")[0]?.text).toBe("é");
  expect(listWords("誤差は").map(({ text }) => text)).toEqual(["誤", "差", "は"]);
});

test("a text that stands whole in a later one is found, however much is around it", () => {
  const [copy] = copies(long("other"), long("a"), `${long("b")} ${long("a").toUpperCase()}, ${long("c")}`);
  expect(copy).toMatchObject({ earlier: 1, later: 2, share: 1 });
});

test("nearly whole is enough, half is not", () => {
  const changed = (every: number) =>
    words("a", 60)
      .map((word, i) => (i % every === every - 1 ? "x" : word))
      .join(" ");
  expect(copies(long("a", 60), changed(60))).toHaveLength(1);
  expect(copies(long("a", 60), `${long("a", 30)} ${long("b", 30)}`)).toEqual([]);
});

test("short texts are never found: two people may say the same in a sentence", () => {
  const least = MIN_SHINGLES + SHINGLE_WORDS - 1;
  expect(copies(long("a", least), long("a", least))).toHaveLength(1);
  expect(copies(long("a", least - 1), long("a", least - 1))).toEqual([]);
});

test("what the homework says is nobody's own", () => {
  const given = givenShingles([long("prompt", 50)]);
  const texts = [`${long("prompt", 50)} ${long("a", 10)}`, `${long("prompt", 50)} ${long("b", 10)}`];
  expect(findCopies(texts.map((text) => ownShingles(text, given)))).toEqual([]);
  expect(findCopies(texts.map((text) => ownShingles(text, NONE)))).toHaveLength(1);
});

test("the source is the text that shares most, even where others had pieces of it before", () => {
  const source = `${long("a", 30)} ${long("b", 30)} ${long("c", 30)}`;
  const found = copies(`${long("a", 30)} ${long("x")}`, `${long("b", 30)} ${long("y")}`, source, source);
  expect(found).toMatchObject([{ earlier: 2, later: 3, share: 1 }]);
});

test("a class that all pasted one text is one flag for each but the first", () => {
  expect(copies(long("a"), long("a"), long("a")).map(({ earlier, later }) => [earlier, later])).toEqual([
    [0, 1],
    [0, 2],
  ]);
});

test("passages are cut where the common words begin and end, and join where they touch", () => {
  const text = `Before. ${long("a", 12)}! Between, ${long("b", 8)}. After`;
  const common = new Set([...ownShingles(long("a", 12), NONE), ...ownShingles(long("b", 8), NONE)]);
  expect(findPassages(text, common).map(([start, end]) => text.slice(start, end))).toEqual([
    long("a", 12),
    long("b", 8),
  ]);
  expect(findPassages(text, new Set())).toEqual([]);
});

test("who was first is who both began and saved first; where these disagree it is not clear", () => {
  const at = (begunAt: string | null, savedAt: string) => ({ begunAt, savedAt });
  expect(whoWasFirst(at("1", "3"), at("2", "4"))).toBe("a");
  expect(whoWasFirst(at("2", "4"), at("1", "3"))).toBe("b");
  expect(whoWasFirst(at("1", "4"), at("2", "3"))).toBe("unclear");
  expect(whoWasFirst(at(null, "4"), at("5", "3"))).toBe("b");
});

test("the one copy in a class of a thousand is found, and nothing else", () => {
  const vocabulary = words("w", 3_000);
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return vocabulary[(state >>> 8) % vocabulary.length] ?? "";
  };
  const texts = Array.from({ length: 1_000 }, () => Array.from({ length: 120 }, next).join(" "));
  expect(copies(...texts, texts[7] ?? "")).toMatchObject([{ earlier: 7, later: 1_000 }]);
});
