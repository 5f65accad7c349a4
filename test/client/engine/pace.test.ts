import { expect, test } from "vitest";
import { makeStopwatch } from "../../../client/engine/pace.ts";

/** A stopwatch whose laps may take a second, and a clock that the test sets. */
function openWatch() {
  const clock = { ms: 0 };
  const watch = makeStopwatch(1_000, () => clock.ms);
  const run = (ms: number) => {
    watch.start();
    clock.ms += ms;
    watch.stop();
  };
  watch.stop();
  return { clock, watch, run };
}

test("a stopwatch sums its laps and leaves out what is between them", () => {
  const { clock, watch, run } = openWatch();
  for (const ms of [10, 20, 1_000]) {
    run(ms);
    clock.ms += 5_000;
  }
  expect(watch.readMs()).toBe(1_030);
});

test("a lap in which the tab was frozen counts as much as the mean of those before", () => {
  const { watch, run } = openWatch();
  for (const ms of [10, 30, 60_000, 10]) run(ms);
  // The first lap of all, of no time, is one of those before.
  expect(watch.readMs()).toBeCloseTo(40 + 40 / 3 + 10);
});

test("a long wait that is divided into laps counts whole, but not what was frozen in it", () => {
  const { clock, watch } = openWatch();
  watch.start();
  for (const ms of [400, 400, 60_000, 400]) {
    clock.ms += ms;
    watch.lap();
  }
  watch.stop();
  expect(watch.readMs()).toBeLessThan(1_600);
  expect(watch.readMs()).toBeGreaterThanOrEqual(1_200);
});

test("no lap is begun while it stands still", () => {
  const { clock, watch } = openWatch();
  clock.ms += 500;
  watch.lap();
  clock.ms += 500;
  watch.stop();
  expect(watch.readMs()).toBe(0);
});
