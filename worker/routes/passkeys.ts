import { Hono } from "hono";
import type * as z from "zod/mini";
import { can } from "../../shared/access/can.ts";
import type { Membership } from "../../shared/api/courses.ts";
import type { ApiError } from "../../shared/api/errors.ts";
import {
  AddPasskey,
  type PasskeyCreation,
  type PasskeyList,
  type PasskeyRequest,
  type PasskeyView,
  SignInWithPasskey,
} from "../../shared/api/passkeys.ts";
import { paths } from "../../shared/api/paths.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { readMember, signIn } from "../courses/session.ts";
import type { LabContext, LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, NOT_A_MEMBER, refuse } from "../failures.ts";
import { beginAdding, finishAdding } from "../passkeys/add-passkey.ts";
import { ceremonyAt } from "../passkeys/ceremony.ts";
import { beginSignIn, finishSignIn } from "../passkeys/sign-in.ts";
import { insertAudit } from "../store/audit-log.ts";
import { readCourse } from "../store/courses.ts";
import type { Member } from "../store/members.ts";
import { deletePasskey, listPasskeys } from "../store/passkeys.ts";
import { parseJson } from "./parse.ts";

/** Passkeys of the staff: one's own in a course, and signing in with one. */
export const passkeys = new Hono<LabEnv>();

passkeys.get(paths.passkeys(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null || !can(member.role, "usePasskeys")) return refuse(c, NO_SUCH_COURSE);
  const own = await listPasskeys(c.env.DB, member);
  return c.json({
    passkeys: own.map(({ credentialId: _, ...shown }) => shown),
  } satisfies z.infer<typeof PasskeyList>);
});

passkeys.post(paths.passkeyToAdd(":course"), async (c) => {
  const member = await readHolder(c, c.req.param("course"));
  if (!member.ok) return refuse(c, member.error);
  const begun = await beginAdding(ceremonyAt(c, new Date()), member.value);
  return begun.ok ? c.json(begun.value satisfies PasskeyCreation, 201) : refuse(c, begun.error);
});

passkeys.post(paths.passkeys(":course"), async (c) => {
  const member = await readHolder(c, c.req.param("course"));
  if (!member.ok) return refuse(c, member.error);
  const body = await parseJson(c, AddPasskey);
  if (!body.ok) return refuse(c, body.error);
  const added = await finishAdding(ceremonyAt(c, new Date()), member.value, body.value);
  return added.ok ? c.json(added.value satisfies PasskeyView, 201) : refuse(c, added.error);
});

passkeys.delete(paths.passkey(":course", ":id"), async (c) => {
  const member = await readHolder(c, c.req.param("course"));
  if (!member.ok) return refuse(c, member.error);
  const actor = member.value;
  const passkey = (await listPasskeys(c.env.DB, actor)).find(({ id }) => id === c.req.param("id"));
  if (passkey === undefined) return refuse(c, NO_SUCH_PASSKEY);
  const change = { kind: "passkeyRemoved", name: passkey.name } as const;
  await c.env.DB.batch([
    deletePasskey(c.env.DB, actor, passkey.id),
    insertAudit(c.env.DB, { actor, change, now: new Date().toISOString() }),
  ]);
  return c.body(null, 204);
});

passkeys.post(paths.passkeyToSignIn, async (c) =>
  c.json((await beginSignIn(ceremonyAt(c, new Date()))) satisfies PasskeyRequest, 201),
);

passkeys.post(paths.passkeySignIn, async (c) => {
  const body = await parseJson(c, SignInWithPasskey);
  if (!body.ok) return refuse(c, body.error);
  const signedIn = await finishSignIn(ceremonyAt(c, new Date()), body.value.credential);
  if (!signedIn.ok) return refuse(c, signedIn.error);
  const { course: name, pseudonym, role, id } = signedIn.value;
  const course = await readCourse(c.env.DB, name);
  if (course === null) return refuse(c, NO_SUCH_COURSE);
  await signIn(c, { id, course: name });
  return c.json({ course: name, title: course.title, member: { pseudonym, role } } satisfies Membership, 201);
});

/** Who asks, where the course knows passkeys of them; to students it does not say that there are any. */
async function readHolder(c: LabContext, course: string): Promise<Result<Member, ApiError>> {
  const member = await readMember(c, course);
  if (member === null) return failure(NOT_A_MEMBER);
  return can(member.role, "usePasskeys") ? success(member) : failure(NO_SUCH_COURSE);
}

const NO_SUCH_PASSKEY: ApiError = {
  reason: "notFound",
  message: "None of your passkeys has this id; it may have been removed already.",
};
