import { type Context, Hono } from "hono";
import type * as z from "zod/mini";
import { can } from "../../shared/access/can.ts";
import type { ApiError } from "../../shared/api/errors.ts";
import { paths } from "../../shared/api/paths.ts";
import { ExtensionFor, type ExtensionList, PutExtension } from "../../shared/api/schedule.ts";
import { MAX_JSON_BODY_BYTES } from "../../shared/limits.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { readMember } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, NOT_A_MEMBER, refuse } from "../failures.ts";
import { giveExtension, takeExtension } from "../homework/give-extension.ts";
import { listExtensions } from "../store/extensions.ts";
import type { Member } from "../store/members.ts";
import { limitBody } from "./body-limit.ts";
import { inUtc, parseJson } from "./parse.ts";

/** Other due dates than the course's, for one student or one section. */
export const extensions = new Hono<LabEnv>();

extensions.get(paths.extensions(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null || !can(member.role, "seeEveryone")) return refuse(c, NO_SUCH_COURSE);
  return c.json({ extensions: await listExtensions(c.env.DB, member.course) } satisfies z.infer<
    typeof ExtensionList
  >);
});

const limit = limitBody(MAX_JSON_BODY_BYTES, { what: "an extension" });

extensions.put(paths.extension(":course", ":kind", ":who"), limit, async (c) => {
  const asked = await readAsked(c, c.req.param());
  if (!asked.ok) return refuse(c, asked.error);
  const body = await parseJson(c, PutExtension);
  if (!body.ok) return refuse(c, body.error);
  const given = await giveExtension(c.env.DB, {
    ...asked.value,
    dueAt: inUtc(body.value.dueAt),
    reason: body.value.reason,
  });
  return given.ok ? c.body(null, 204) : refuse(c, given.error);
});

extensions.delete(paths.extension(":course", ":kind", ":who"), async (c) => {
  const asked = await readAsked(c, c.req.param());
  if (!asked.ok) return refuse(c, asked.error);
  return (await takeExtension(c.env.DB, asked.value)) ? c.body(null, 204) : refuse(c, NO_SUCH_EXTENSION);
});

type Asked = { readonly actor: Member; readonly whose: ExtensionFor; readonly now: string };

async function readAsked(
  c: Context<LabEnv>,
  { course, kind, who }: { readonly course: string; readonly kind: string; readonly who: string },
): Promise<Result<Asked, ApiError>> {
  const actor = await readMember(c, course);
  if (actor === null) return failure(NOT_A_MEMBER);
  if (!can(actor.role, "changeHomework")) return failure(INSTRUCTORS_ONLY);
  const whose = ExtensionFor.safeParse(kind === "student" ? { kind, member: who } : { kind, section: who });
  if (!whose.success) return failure(NO_SUCH_KIND);
  return success({ actor, whose: whose.data, now: new Date().toISOString() });
}

const INSTRUCTORS_ONLY: ApiError = {
  reason: "forbidden",
  message: "Due dates and extensions are changed by the course's instructors.",
};
const NO_SUCH_KIND: ApiError = {
  reason: "notFound",
  message: "An extension is for student/ID or section/NAME.",
};
const NO_SUCH_EXTENSION: ApiError = {
  reason: "notFound",
  message: "They have no extension, or it was taken away before.",
};
