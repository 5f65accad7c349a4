import type { Page } from "@playwright/test";
import * as z from "zod/mini";

const TraceEvent = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  /** Processor time of the thread, in microseconds; time that other programs of a busy machine took does not count. */
  tdur: z.optional(z.number()),
  args: z.optional(z.object({ name: z.optional(z.unknown()) })),
});
type TraceEvent = z.infer<typeof TraceEvent>;

/** The processor time of every task of the page's main thread while `work` lasts, in milliseconds, the longest first. */
export async function timeTasks(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
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
