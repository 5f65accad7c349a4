import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { makeVigil } from "../../../client/engine/vigil.ts";

let clock = { ms: 0 };
let silent: string[] = [];
let vigil = makeVigil<string>(() => {});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  clock = { ms: 0 };
  silent = [];
  vigil = makeVigil<string>(
    (who, ms) => silent.push(`${who} for ${ms}`),
    () => clock.ms,
  );
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets the page's timer fire after `ms`, `times` in a row. */
function pass(ms: number, times = 1): void {
  for (let i = 0; i < times; i++) {
    clock.ms += ms;
    vi.advanceTimersByTime(100);
  }
}

describe("who says nothing", () => {
  test("for longer than they said is noticed within a tick, once", () => {
    vigil.watch("worker", 1_000);
    pass(100, 10);
    expect(silent).toEqual([]);
    pass(100, 20);
    expect(silent).toEqual(["worker for 1100"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("while another does is noticed alone", () => {
    for (const who of ["one", "two"]) vigil.watch(who, 1_000);
    for (let i = 0; i < 30; i++) {
      pass(100);
      vigil.watch("two", 1_000);
    }
    expect(silent).toEqual(["one for 1100"]);
  });

  test("but said that it would take long is left alone", () => {
    vigil.watch("worker", 5_000);
    pass(100, 50);
    expect(silent).toEqual([]);
  });

  test("because nothing is expected any more is left alone, and no timer goes on", () => {
    vigil.watch("worker", 1_000);
    vigil.leave("worker");
    expect(vi.getTimerCount()).toBe(0);
    pass(100, 50);
    expect(silent).toEqual([]);
  });
});

describe("a page that was frozen itself", () => {
  test("takes nobody for hung when it is thawed", () => {
    vigil.watch("worker", 1_000);
    pass(100, 5);
    pass(3_600_000);
    expect(silent).toEqual([]);
    vigil.watch("worker", 1_000);
    pass(100, 10);
    expect(silent).toEqual([]);
  });

  test("still notices who does not come back", () => {
    vigil.watch("worker", 1_000);
    pass(3_600_000);
    pass(100, 9);
    expect(silent).toEqual(["worker for 1100"]);
  });

  test("or whose timers are held back to one a second counts each as two ticks", () => {
    vigil.watch("worker", 1_000);
    pass(1_000, 5);
    expect(silent).toEqual([]);
    pass(1_000);
    expect(silent).toEqual(["worker for 1200"]);
  });
});
