import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeBell } from "../../../client/state/live/bell.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A wait, and whether it is over. */
function wait(bell: ReturnType<typeof makeBell>, signal = new AbortController().signal) {
  const waiting = { isOver: false };
  void bell.wait({ least: 1_000, most: 5_000, signal }).then(() => {
    waiting.isOver = true;
  });
  return async (milliseconds: number) => {
    await vi.advanceTimersByTimeAsync(milliseconds);
    return waiting.isOver;
  };
}

test("a hundred rings in a second wake once, when the second is over", async () => {
  const bell = makeBell();
  const after = wait(bell);
  for (let i = 0; i < 100; i++) bell.ring();
  expect(await after(999)).toBe(false);
  expect(await after(1)).toBe(true);
  expect(await wait(bell)(4_999)).toBe(false);
});

test("a ring later than that wakes at once, none at all wakes at the end, and so does leaving", async () => {
  const bell = makeBell();
  const after = wait(bell);
  expect(await after(2_000)).toBe(false);
  bell.ring();
  expect(await after(0)).toBe(true);
  expect(await wait(bell)(5_000)).toBe(true);
  const leaving = new AbortController();
  const left = wait(bell, leaving.signal);
  leaving.abort();
  expect(await left(0)).toBe(true);
});

test("a ring that nobody waited for is heard by the next who does", async () => {
  const bell = makeBell();
  bell.ring();
  expect(await wait(bell)(1_000)).toBe(true);
});
