import { applyD1Migrations, type D1Migration, reset } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import * as z from "zod/mini";
import { CreatedCourse, type JoinCourse, type Membership } from "../../shared/api/courses.ts";
import { ApiErrorBody } from "../../shared/api/errors.ts";
import { Joined } from "../../shared/api/members.ts";
import { paths } from "../../shared/api/paths.ts";
import { forgetEverything } from "../../worker/boards/read-board.ts";
import { forgetLedger } from "../../worker/privacy/ledger.ts";

declare global {
  namespace Cloudflare {
    interface Env {
      MIGRATIONS: D1Migration[];
    }
  }
}

export const ORIGIN = "https://lab.test";

/** An empty lab: real migrations on a new D1, nothing in KV. */
export async function startLab(): Promise<void> {
  await reset();
  forgetEverything();
  forgetLedger();
  await applyD1Migrations(env.DB, env.MIGRATIONS);
}

/** A browser: keeps the cookies that the lab sets, and sends them again. */
export function makeBrowser(origin = ORIGIN) {
  const cookies = new Map<string, string>();
  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (cookies.size > 0)
      headers.set("Cookie", Array.from(cookies, ([name, value]) => `${name}=${value}`).join("; "));
    if (init.method !== undefined && !headers.has("Origin")) headers.set("Origin", origin);
    const answer = await exports.default.fetch(new Request(`${origin}${path}`, { ...init, headers }));
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      // As a browser does where the lab has it drop a cookie.
      if (/; Max-Age=0\b/.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  }
  const sendJson =
    (method: "POST" | "PUT") =>
    (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
      send(path, {
        method,
        body: typeof body === "string" ? body : JSON.stringify(body),
        headers: { "Content-Type": "application/json", ...headers },
      });
  return {
    cookies,
    send,
    post: sendJson("POST"),
    put: sendJson("PUT"),
    remove: (path: string) => send(path, { method: "DELETE" }),
  };
}
export type Browser = ReturnType<typeof makeBrowser>;

export async function createCourse(course: string, { publicBoard = false } = {}): Promise<CreatedCourse> {
  const answer = await makeBrowser().post(
    paths.courses,
    { course, title: `Course ${course}`, publicBoard },
    { Authorization: `Bearer ${env.SETUP_KEY}` },
  );
  return CreatedCourse.parse(await answer.json());
}

/** A browser that joined a course, with what its student says of itself, and the code that brings its member back. */
export async function join(
  { joinCode }: CreatedCourse,
  said: Omit<JoinCourse, "code"> = {},
): Promise<Browser & { membership: Membership; recoveryCode: string }> {
  const browser = makeBrowser();
  const answer = await browser.post(paths.join, { code: joinCode, ...said });
  const { recoveryCode = "", ...membership } = Joined.parse(await answer.json());
  return { ...browser, membership, recoveryCode };
}

export async function signIn({ instructorKey }: CreatedCourse): Promise<Browser> {
  const browser = makeBrowser();
  await browser.post(paths.signIn, { key: instructorKey });
  return browser;
}

/** The status and the error of a refusal, checked against the contract. */
export async function refusal(
  answer: Response,
): Promise<{ status: number; message: string; field: string | undefined }> {
  const { error } = ApiErrorBody.parse(await answer.json());
  return { status: answer.status, message: error.message, field: error.field };
}

const Count = z.object({ runs: z.int(), specs: z.int() });

/** All that an upload may leave behind: rows of runs and specs, and keys in KV. */
export async function countStored(): Promise<{ runs: number; specs: number; keys: number }> {
  const row = await env.DB.prepare(
    "SELECT (SELECT COUNT(*) FROM runs) AS runs, (SELECT COUNT(*) FROM specs) AS specs",
  ).first();
  const { keys } = await env.BYTES.list();
  return { ...Count.parse(row), keys: keys.length };
}
