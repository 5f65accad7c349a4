import { Hono } from "hono";
import { can } from "../../shared/access/can.ts";
import type { ApiError } from "../../shared/api/errors.ts";
import { type FlagList, type FlagView, PutFlagReview } from "../../shared/api/flags.ts";
import { paths } from "../../shared/api/paths.ts";
import { MAX_FLAGS } from "../../shared/limits.ts";
import { readMember } from "../courses/session.ts";
import { readDigits } from "../digits.ts";
import type { LabContext, LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, refuse } from "../failures.ts";
import { buildFlag, flagId } from "../flags/build-flag.ts";
import { readEvidence } from "../flags/read-evidence.ts";
import { readFlags } from "../flags/read-flags.ts";
import { reopenFlag, reviewFlag } from "../flags/review-flag.ts";
import { openKernels } from "../kernels.ts";
import { listFlagReviews } from "../store/flag-reviews.ts";
import type { Member } from "../store/members.ts";
import { parseJson } from "./parse.ts";

/** What an instructor may want to look at. To everyone else these routes are not there, in a course or out of it. */
export const flags = new Hono<LabEnv>();

const PRIVATE = { "Cache-Control": "private, no-store" };

flags.get(paths.flags(":course"), async (c) => {
  const reader = await readReader(c, c.req.param("course"));
  if (reader === null) return refuse(c, NO_SUCH_COURSE);
  const [found, reviews] = await Promise.all([
    readFlags(meansOf(c), reader.course),
    listFlagReviews(c.env.DB, reader.course),
  ]);
  const all = found.flags
    .map((flag) => buildFlag(flag, { parts: found.partsOf(flag), reviews }))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1));
  const { unmeasured, looked } = found;
  const list: FlagList = { flags: all.slice(0, MAX_FLAGS), more: all.length > MAX_FLAGS, unmeasured, looked };
  return c.json(list, 200, PRIVATE);
});

flags.get(paths.flag(":course", ":flag"), async (c) => {
  const reader = await readReader(c, c.req.param("course"));
  if (reader === null) return refuse(c, NO_SUCH_COURSE);
  const [found, reviews] = await Promise.all([
    readFlags(meansOf(c), reader.course),
    listFlagReviews(c.env.DB, reader.course),
  ]);
  const flag = found.flags.find((one) => flagId(one) === c.req.param("flag"));
  if (flag === undefined) return refuse(c, NO_SUCH_FLAG);
  const view: FlagView = {
    flag: buildFlag(flag, { parts: found.partsOf(flag), reviews }),
    evidence: await readEvidence(flag, meansOf(c)),
  };
  return c.json(view, 200, PRIVATE);
});

flags.put(paths.flagReview(":course", ":flag"), async (c) => {
  const actor = await readReader(c, c.req.param("course"));
  if (actor === null) return refuse(c, NO_SUCH_COURSE);
  const body = await parseJson(c, PutFlagReview);
  if (!body.ok) return refuse(c, body.error);
  const flag = await findFlag(c, actor, c.req.param("flag"));
  if (flag === null) return refuse(c, NO_SUCH_FLAG);
  await reviewFlag(c.env.DB, { flag, note: body.value.note, actor, now: new Date().toISOString() });
  return c.body(null, 204);
});

flags.delete(paths.flagReview(":course", ":flag"), async (c) => {
  const actor = await readReader(c, c.req.param("course"));
  if (actor === null) return refuse(c, NO_SUCH_COURSE);
  const flag = await findFlag(c, actor, c.req.param("flag"));
  if (flag === null) return refuse(c, NO_SUCH_FLAG);
  await reopenFlag(c.env.DB, { flag, actor, now: new Date().toISOString() });
  return c.body(null, 204);
});

/** Who asks, where they may see flags. */
async function readReader(c: LabContext, course: string): Promise<Member | null> {
  const member = await readMember(c, course);
  return member !== null && can(member.role, "seeFlags") ? member : null;
}

async function findFlag(c: LabContext, { course }: Member, id: string) {
  const { flags } = await readFlags(meansOf(c), course);
  return flags.find((flag) => flagId(flag) === id) ?? null;
}

function meansOf(c: LabContext) {
  const { DB, BYTES } = c.env;
  return { DB, BYTES, digits: readDigits(), openKernels };
}

const NO_SUCH_FLAG: ApiError = {
  reason: "notFound",
  message: "There is no such flag (any more): what it rested on has changed. Load the page again.",
};
