import { createMiddleware } from "hono/factory";
import type { LabEnv } from "../environment.ts";
import { liveOf } from "./live-of.ts";

/** After a change of sessions, roles or members: whoever may no longer watch the class is cut off at once. */
export const recheckAfter = createMiddleware<LabEnv>(async (c, next) => {
  await next();
  const course = c.req.param("course");
  if (c.req.method === "GET" || !c.res.ok || course === undefined) return;
  c.executionCtx.waitUntil(
    liveOf(c.env, course)
      .recheck()
      .catch(() => {}),
  );
});
