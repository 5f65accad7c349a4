import { Hono } from "hono";
import * as z from "zod/mini";
import { can } from "../../shared/access/can.ts";
import { ChangeTopic, kindsOf } from "../../shared/api/change-topics.ts";
import { paths } from "../../shared/api/paths.ts";
import { explain } from "../../shared/explain.ts";
import { MAX_NAME_CHARACTERS } from "../../shared/limits.ts";
import { readMember } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { invalid, NO_SUCH_COURSE, refuse } from "../failures.ts";
import { listAudit } from "../store/audit-log.ts";

/** Who changed what in a course. */
export const audit = new Hono<LabEnv>();

const Query = z.object({
  before: z.optional(z.coerce.number().check(z.int(), z.positive())),
  topic: z.optional(ChangeTopic),
  person: z.optional(z.string().check(z.trim(), z.maxLength(MAX_NAME_CHARACTERS))),
});

audit.get(paths.audit(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null || !can(member.role, "seeAudit")) return refuse(c, NO_SUCH_COURSE);
  const query = Query.safeParse(c.req.query());
  if (!query.success) return refuse(c, invalid(explain(query.error, c.req.query())));
  const { before = null, topic, person = "" } = query.data;
  const kinds = topic === undefined ? null : kindsOf(topic);
  const log = await listAudit(c.env.DB, member.course, {
    before,
    kinds,
    person: person === "" ? null : person,
  });
  return c.json(log);
});
