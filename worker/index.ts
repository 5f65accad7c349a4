import { app } from "./app.ts";
import type { Bindings } from "./environment.ts";
import { runDailyStep } from "./privacy/daily-job.ts";

export { CourseLive } from "./live/course-live.ts";

/** The Worker's doors: what it does for a request, and each night. */
export default {
  fetch: app.fetch,
  async scheduled({ scheduledTime }, env) {
    await runDailyStep(env, new Date(scheduledTime));
  },
} satisfies ExportedHandler<Bindings>;
