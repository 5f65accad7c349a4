import { Hono } from "hono";
import { can } from "../../shared/access/can.ts";
import { paths } from "../../shared/api/paths.ts";
import { readMember, sessionHash } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, refuse } from "../failures.ts";
import { liveOf } from "../live/live-of.ts";

/** Registered before every middleware: one that sets headers breaks the answer to an upgrade. */
export const live = new Hono<LabEnv>();

live.get(paths.live(":course"), async (c) => {
  const course = c.req.param("course");
  const member = await readMember(c, course);
  const tokenHash = sessionHash(c, course);
  if (member === null || tokenHash === null || !can(member.role, "seeEveryone")) {
    return refuse(c, NO_SUCH_COURSE);
  }
  if (c.req.header("Upgrade")?.toLowerCase() !== "websocket") {
    return refuse(c, {
      reason: "invalid",
      message: "expected a WebSocket's upgrade; open the class page of the course instead",
    });
  }
  // A browser lends its cookies to a WebSocket of any page, and says which page asks.
  if (c.req.header("Origin") !== new URL(c.req.url).origin) {
    return refuse(c, {
      reason: "forbidden",
      message: "A class is watched from the lab's own pages; open the lab itself.",
    });
  }
  const upgrade = new Request(c.req.raw);
  upgrade.headers.set("x-live", JSON.stringify({ course: member.course, tokenHash }));
  return await liveOf(c.env, member.course).fetch(upgrade);
});
