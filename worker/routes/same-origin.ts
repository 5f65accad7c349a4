import { createMiddleware } from "hono/factory";
import type { LabEnv } from "../environment.ts";
import { refuse } from "../failures.ts";

/**
 * Browsers send Origin with every request that may change something; one from another site is refused whatever its
 * content type. Without Origin it is no browser, and no cookie was lent.
 */
export const sameOrigin = createMiddleware<LabEnv>(async (c, next) => {
  const origin = c.req.header("Origin");
  const reads = c.req.method === "GET" || c.req.method === "HEAD";
  if (!reads && origin !== undefined && origin !== new URL(c.req.url).origin) {
    return refuse(c, {
      reason: "forbidden",
      message: `Requests from ${origin} are refused; open the lab itself.`,
    });
  }
  return await next();
});
