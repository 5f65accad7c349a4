import { Hono } from "hono";
import type { LabEnv } from "../environment.ts";
import { refuse } from "../failures.ts";

/** The platform answers a path without a file with the single page; for a script that would be HTML, kept for ever. */
export const assets = new Hono<LabEnv>();

assets.get("/assets/*", async (c) => {
  const answer = await c.env.ASSETS.fetch(c.req.raw);
  return answer.headers.get("Content-Type")?.startsWith("text/html")
    ? refuse(c, {
        reason: "notFound",
        message: "This file belongs to another version of the lab; load the page again.",
      })
    : new Response(answer.body, answer);
});
