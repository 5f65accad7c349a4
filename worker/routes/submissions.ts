import { Hono } from "hono";
import { can } from "../../shared/access/can.ts";
import {
  PutSubmission,
  SubmissionContent,
  SubmissionId,
  type SubmissionView,
} from "../../shared/api/homework.ts";
import { paths } from "../../shared/api/paths.ts";
import { MAX_JSON_BODY_BYTES } from "../../shared/limits.ts";
import { readMember } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, NOT_A_MEMBER, refuse } from "../failures.ts";
import { checkWhose } from "../homework/check-whose.ts";
import { handIn } from "../homework/hand-in.ts";
import { tellClass } from "../live/tell-class.ts";
import { readBytes } from "../store/bytes.ts";
import { listReceipts, readSubmission } from "../store/submissions.ts";
import { limitBody } from "./body-limit.ts";
import { parseJson } from "./parse.ts";

const NO_SUCH_SUBMISSION = {
  reason: "notFound",
  message: "This course has no such submission of yours.",
} as const;
const ON_ITS_WAY = {
  reason: "notFound",
  message:
    "This submission's bytes are still on their way to this part of the network; try again in a minute.",
} as const;

export const submissions = new Hono<LabEnv>();

submissions.put(
  paths.submission(":course", ":id"),
  limitBody(MAX_JSON_BODY_BYTES, { what: "a submission" }),
  async (c) => {
    const member = await readMember(c, c.req.param("course"));
    if (member === null) return refuse(c, NOT_A_MEMBER);
    const id = SubmissionId.safeParse(c.req.param("id"));
    if (!id.success) {
      return refuse(c, {
        reason: "invalid",
        message: "a submission's id is a UUID, as crypto.randomUUID() makes them",
        field: "id",
      });
    }
    const body = await parseJson(c, PutSubmission);
    if (!body.ok) return refuse(c, body.error);
    const another = checkWhose(member, body.value.pseudonym);
    if (another !== null) return refuse(c, another);
    const now = new Date().toISOString();
    const handed = await handIn(c.env, { id: id.data, member, seen: body.value, now });
    if (!handed.ok) return refuse(c, handed.error);
    const { receipt, isNew } = handed.value;
    if (isNew) tellClass(c, member, { kind: "submission" });
    return c.json(receipt, isNew ? 201 : 200);
  },
);

submissions.get(paths.submissions(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null) return refuse(c, NO_SUCH_COURSE);
  const whose = can(member.role, "seeEveryone") ? (c.req.query("member") ?? null) : member.id;
  return c.json({ submissions: await listReceipts(c.env.DB, { course: member.course, member: whose }) });
});

submissions.get(paths.submission(":course", ":id"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null) return refuse(c, NO_SUCH_COURSE);
  const { course, role } = member;
  const found = await readSubmission(c.env.DB, { course, id: c.req.param("id") });
  if (found === null || (found.member !== member.id && !can(role, "seeEveryone"))) {
    return refuse(c, NO_SUCH_SUBMISSION);
  }
  const bytes = await readBytes(c.env.BYTES, found.receipt.contentHash);
  if (bytes === null) return refuse(c, ON_ITS_WAY);
  const content = SubmissionContent.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const view: SubmissionView = { receipt: found.receipt, content };
  return c.json(view);
});
