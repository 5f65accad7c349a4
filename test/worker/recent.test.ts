import { expect, test } from "vitest";
import { makeRecent } from "../../worker/boards/recent.ts";

/** A reader that counts how often it was asked. */
function counting<V>(...answers: (V | null)[]) {
  let reads = 0;
  return { read: async () => answers[Math.min(reads++, answers.length - 1)] ?? null, count: () => reads };
}

test("what was read is remembered for its moment, also while it is still being read", async () => {
  const recent = makeRecent<string>(500);
  const { read, count } = counting("first", "second");
  expect(await Promise.all([recent.read("a", 0, read), recent.read("a", 0, read)])).toEqual([
    "first",
    "first",
  ]);
  expect(await recent.read("a", 499, read)).toBe("first");
  expect(await recent.read("a", 500, read)).toBe("second");
  expect(count()).toBe(2);
});

test("what is forgotten, absent or failed is read again", async () => {
  const recent = makeRecent<string>(500);
  const { read, count } = counting<string>(null, "there", "new");
  expect(await recent.read("a", 0, read)).toBe(null);
  expect(await recent.read("a", 1, read)).toBe("there");
  recent.forget("a");
  expect(await recent.read("a", 2, read)).toBe("new");
  expect(count()).toBe(3);
  await expect(recent.read("b", 3, () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await recent.read("b", 4, async () => "back")).toBe("back");
});

test("a memory does not grow without end: the oldest goes first", async () => {
  const recent = makeRecent<number>(1e9);
  for (let i = 0; i <= 500; i++) await recent.read(String(i), 0, async () => i);
  expect(await recent.read("0", 0, async () => -1)).toBe(-1);
  expect(await recent.read("500", 0, async () => -1)).toBe(500);
});
