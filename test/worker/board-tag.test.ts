import { expect, test } from "vitest";
import { holdsBoard, tagBoard } from "../../worker/routes/board-tag.ts";

const version = { boardVersion: 7, session: "abc" };

test("a board's tag holds for its version and its session alone", () => {
  const tag = tagBoard(version, null);
  expect(holdsBoard(`W/${tag}, "else"`, version, 0)).toBe(tag);
  expect(holdsBoard(tag, { ...version, boardVersion: 8 }, 0)).toBeNull();
  expect(holdsBoard(tag, { ...version, session: "abcd" }, 0)).toBeNull();
  expect(holdsBoard(undefined, version, 0)).toBeNull();
});

test("that of an answer with a hidden board holds until the moment at which it opens", () => {
  const tag = tagBoard(version, 1_000);
  expect(holdsBoard(tag, version, 999)).toBe(tag);
  expect(holdsBoard(tag, version, 1_000)).toBeNull();
  expect(holdsBoard(tag, { ...version, boardVersion: 8 }, 999)).toBeNull();
});
