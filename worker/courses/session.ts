import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { SESSION_SEEN_SECONDS, SESSION_TTL_SECONDS } from "../../shared/limits.ts";
import type { LabContext } from "../environment.ts";
import { type Member, readMemberBySession } from "../store/members.ts";
import { insertSession, touchSession } from "../store/sessions.ts";
import { nameBrowser } from "./name-browser.ts";
import { hashToken, makeToken } from "./secrets.ts";

/**
 * One cookie a course, so that a browser may be in several. Over https it is a `__Host-` cookie; a class on a local
 * network speaks http, where a browser would drop that one.
 */
function cookieName(c: LabContext, course: string): string {
  return isHttps(c) ? `__Host-lab-${course}` : `lab-${course}`;
}

function isHttps(c: LabContext): boolean {
  return new URL(c.req.url).protocol === "https:";
}

/** The member whose session came with the request, or null. That it is in use is noted once an hour, after the answer. */
export async function readMember(c: LabContext, course: string): Promise<Member | null> {
  const tokenHash = sessionHash(c, course);
  if (tokenHash === null) return null;
  const now = new Date();
  const found = await readMemberBySession(c.env.DB, { tokenHash, course, now: now.toISOString() });
  if (found === null) return null;
  if (now.getTime() - Date.parse(found.seenAt) > SESSION_SEEN_SECONDS * 1_000)
    c.executionCtx.waitUntil(touchSession(c.env.DB, tokenHash, now.toISOString()));
  return found.member;
}

/** The hash of the session that came with the request, whether it holds or not; null without one. */
export function sessionHash(c: LabContext, course: string): string | null {
  const token = getCookie(c, cookieName(c, course));
  return token === undefined ? null : hashToken(token);
}

/** Has the browser drop its cookie of a course. */
export function forgetSession(c: LabContext, course: string): void {
  deleteCookie(c, cookieName(c, course), { path: "/", secure: isHttps(c) });
}

/**
 * Names a session without reading it: what an ETag holds, so that only who was let in can ask again. The deployment's
 * secret keeps others from making one up.
 */
export function sessionTag(c: LabContext, course: string): string {
  const token = getCookie(c, cookieName(c, course));
  return token === undefined ? "guest" : hashToken(`${c.env.SETUP_KEY ?? ""}:${token}`).slice(0, 32);
}

type NewSession = {
  readonly statement: D1PreparedStatement;
  /** Puts the cookie on the answer, once the session is stored: of two cookies with one name a client may send both. */
  readonly giveCookie: () => void;
};

/** What signs a member in, for a batch. */
export function openSession(c: LabContext, member: Pick<Member, "id" | "course">): NewSession {
  const token = makeToken();
  const giveCookie = () =>
    setCookie(c, cookieName(c, member.course), token, {
      httpOnly: true,
      sameSite: "Lax",
      path: "/",
      secure: isHttps(c),
      maxAge: SESSION_TTL_SECONDS,
    });
  const now = Date.now();
  const statement = insertSession(c.env.DB, {
    id: crypto.randomUUID(),
    tokenHash: hashToken(token),
    course: member.course,
    member: member.id,
    browser: nameBrowser(c.req.header("User-Agent") ?? ""),
    now: new Date(now).toISOString(),
    expiresAt: new Date(now + SESSION_TTL_SECONDS * 1_000).toISOString(),
  });
  return { statement, giveCookie };
}

/** Signs a member in. */
export async function signIn(c: LabContext, member: Pick<Member, "id" | "course">): Promise<void> {
  const { statement, giveCookie } = openSession(c, member);
  await statement.run();
  giveCookie();
}
