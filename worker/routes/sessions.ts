import { Hono } from "hono";
import type * as z from "zod/mini";
import type { NewRecoveryCode, SessionList } from "../../shared/api/members.ts";
import { paths } from "../../shared/api/paths.ts";
import { hashToken, makeRecoveryCode } from "../courses/secrets.ts";
import { forgetSession, readMember, sessionHash } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, NOT_A_MEMBER, refuse } from "../failures.ts";
import { putRecoveryCode } from "../store/recovery-codes.ts";
import { deleteSession, listSessions } from "../store/sessions.ts";

/** A member's own ways in: the browsers that are signed in, and the code that signs in another. */
export const sessions = new Hono<LabEnv>();

sessions.get(paths.sessions(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null) return refuse(c, NO_SUCH_COURSE);
  const own = sessionHash(c, member.course);
  const found = await listSessions(c.env.DB, { member, now: new Date().toISOString() });
  return c.json({
    sessions: found.map(({ tokenHash, ...session }) => ({ ...session, current: tokenHash === own })),
  } satisfies z.infer<typeof SessionList>);
});

sessions.delete(paths.session(":course", ":id"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null) return refuse(c, NOT_A_MEMBER);
  const own = sessionHash(c, member.course);
  const now = new Date().toISOString();
  const ended = (await listSessions(c.env.DB, { member, now })).find(({ id }) => id === c.req.param("id"));
  if (ended === undefined || !(await deleteSession(c.env.DB, member, ended.id))) {
    return refuse(c, {
      reason: "notFound",
      message: "None of your browsers that are signed in has this id; it may have been signed out already.",
    });
  }
  if (ended.tokenHash === own) forgetSession(c, member.course);
  return c.body(null, 204);
});

sessions.post(paths.recoveryCode(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null) return refuse(c, NOT_A_MEMBER);
  const recoveryCode = makeRecoveryCode();
  const now = new Date().toISOString();
  await putRecoveryCode(c.env.DB, { codeHash: hashToken(recoveryCode), member, now }).run();
  return c.json({ recoveryCode } satisfies z.infer<typeof NewRecoveryCode>, 201);
});
