import { expect, type Page, test } from "@playwright/test";
import * as z from "zod/mini";

const TraceEvent = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  /** Processor time of the thread, in microseconds: without what other programs took, but with what a virtual machine's host did. */
  tdur: z.optional(z.number()),
  args: z.optional(z.object({ name: z.optional(z.unknown()) })),
});
type TraceEvent = z.infer<typeof TraceEvent>;

/** Five yardsticks are the 50 ms of a long task on a laptop, whatever this machine needs for them. */
const LONG_TASK_YARDSTICKS = 5;
/** A machine that is taken away from a page in the middle of a task makes it long once, a page that does too much each time. */
const TRIES = 3;

/** Fails if the page's main thread has a long task (https://w3c.github.io/longtasks) each time that `work` is done. */
export async function expectNoLongTask(page: Page, work: () => Promise<unknown>): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TRIES && least >= LONG_TASK_YARDSTICKS; i++) {
    const [longest] = await timeTasks(page, work);
    if (longest === undefined) throw new Error("the page did nothing");
    const yardstick = await timeYardstick(page);
    least = Math.min(least, longest / yardstick);
    // Read with PLAYWRIGHT_LIST_PRINT_STEPS=1, and in what is told of a failure.
    await test.step(`longest task ${longest.toFixed(1)} ms, yardstick ${yardstick.toFixed(1)} ms`, () => {});
  }
  expect(least, "yardsticks of the longest task").toBeLessThan(LONG_TASK_YARDSTICKS);
}

/** The median time of a task that takes a laptop some 10 ms, in milliseconds. */
async function timeYardstick(page: Page): Promise<number> {
  const tasks = await timeTasks(page, () =>
    page.evaluate(async () => {
      for (let i = 0; i < 5; i++) {
        await new Promise<void>((resolve) =>
          setTimeout(() => {
            Float64Array.from({ length: 60_000 }, (_, i) => (i * 7_919) % 60_013).sort();
            resolve();
          }),
        );
      }
    }),
  );
  const [, , median] = tasks;
  if (median === undefined) throw new Error("the yardstick did not run");
  return median;
}

/** The processor time of every task of the page's main thread while `work` lasts, in milliseconds, the longest first. */
async function timeTasks(page: Page, work: () => Promise<unknown>): Promise<readonly number[]> {
  const cdp = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  cdp.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value) {
      const parsed = z.safeParse(TraceEvent, event);
      if (parsed.success) events.push(parsed.data);
    }
  });
  const over = new Promise<void>((resolve) => cdp.once("Tracing.tracingComplete", () => resolve()));
  await cdp.send("Tracing.start", { transferMode: "ReportEvents", categories: "toplevel,devtools.timeline" });
  await work();
  await cdp.send("Tracing.end");
  await over;
  await cdp.detach();
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mains = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(threadOf),
  );
  return events
    .filter((event) => event.ph === "X" && event.name.endsWith("RunTask") && mains.has(threadOf(event)))
    .map(({ tdur = 0 }) => tdur / 1_000)
    .toSorted((a, b) => b - a);
}
