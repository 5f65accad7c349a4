import { describe, expect, it } from "vitest";
import { readCode } from "../../../client/pages/join/code.ts";
import { readKey } from "../../../client/pages/sign-in/key.ts";

describe("a join code", () => {
  it.each([
    ["K7QW2M", "K7QW2M"],
    [" k7qw2m ", "K7QW2M"],
    ["k7q w2m", "K7QW2M"],
    ["K7Q-W2M", "K7QW2M"],
    ["https://lab.example/join/K7QW2M", "K7QW2M"],
  ])("is read out of %j", (typed, code) => {
    expect(readCode(typed)).toEqual({ ok: true, value: code });
  });

  it.each([
    ["", /Type the code/],
    ["ab", /this has 2/],
    ["ABCDEFGHIJKLMNOP", /this has 16/],
    ["K7Q!2M", /this has “!”/],
  ])("that is none (%j) is answered with what a code looks like", (typed, words) => {
    const read = readCode(typed);
    expect(read.ok ? "" : read.error).toMatch(words);
  });
});

describe("an instructor's key", () => {
  const key = "x59HF-1gphGx5zCYxXElNA";

  it.each([key, `#${key}`, ` https://lab.example/sign-in#${key} `])("is read out of %j", (text) => {
    expect(readKey(text)).toBe(key);
  });

  it.each(["", "#", "short", "https://lab.example/sign-in#"])("is not found in %j", (text) => {
    expect(readKey(text)).toBeNull();
  });
});
