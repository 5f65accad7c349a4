import { describe, expect, test } from "vitest";
import { readSetupKey, readWish, suggestName } from "../../../../client/pages/new-course/wish.ts";
import { CourseName } from "../../../../shared/api/courses.ts";

const form = { title: " ECE 4803 ", course: "ece-4803", publicBoard: true, setupKey: " key " };

describe("a short name", () => {
  test.each([
    ["ECE 4803, fall", "ece-4803-fall"],
    ["Übung für Döner & Co.", "ubung-fur-doner-co"],
    ["  --Signals--  ", "signals"],
    ["机器学习", ""],
  ])("for the title %j is %j", (title, name) => {
    expect(suggestName(title)).toBe(name);
  });

  test("of a long title is one that the server takes", () => {
    for (const title of ["Representation learning for engineers and scientists", `${"a".repeat(31)} b`])
      expect(CourseName.safeParse(suggestName(title)).success).toBe(true);
  });

  test.each([
    ["", /^Type a short name/],
    ["ECE", /“E”/],
    ["-ece", /starts with a letter/],
    ["e", /2 to 32 .* this has 1\./],
    ["e".repeat(33), /this has 33\./],
  ])("%j is refused in words", (course, words) => {
    const read = readWish({ ...form, course });
    expect(read).toMatchObject({ ok: false, error: { field: "course" } });
    expect(read.ok ? "" : read.error.words).toMatch(words);
  });
});

test("a form that is filled in becomes a wish, without the spaces around it", () => {
  expect(readWish(form)).toEqual({
    ok: true,
    value: { wish: { course: "ece-4803", title: "ECE 4803", publicBoard: true }, setupKey: "key" },
  });
  expect(readWish({ ...form, title: " " })).toMatchObject({ error: { field: "title" } });
  expect(readWish({ ...form, setupKey: " " })).toMatchObject({ error: { field: "setupKey" } });
});

test.each([
  ["", null],
  ["#", null],
  ["#%20", null],
  ["#abc123", "abc123"],
  ["#long%20and%20random", "long and random"],
  ["#100%", "100%"],
])("the fragment %j carries the key %j", (fragment, key) => {
  expect(readSetupKey(fragment)).toBe(key);
});
