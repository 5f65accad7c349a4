import * as z from "zod/mini";
import { ApiErrorBody, type ApiErrorReason } from "../../shared/api/errors.ts";
import { explain, formatComplaint } from "../../shared/explain.ts";
import { failure, type Result, success } from "../../shared/result.ts";

/** Why a question to the server has no answer that counts. `message` is a sentence for the reader. */
export type ApiFailure =
  /** Nothing came back: the network or the server is away, or it took too long. */
  | { readonly reason: "away"; readonly message: string }
  /** The server said no, and why. */
  | {
      readonly reason: "refused";
      readonly status: number;
      readonly kind: ApiErrorReason;
      readonly message: string;
      /** What was wrong, as the server names it: a field of what was sent. */
      readonly field?: string;
    }
  /** Something answered that does not speak this API: a proxy, a captive portal, another version of the lab. */
  | { readonly reason: "notUnderstood"; readonly status: number; readonly message: string };

export type ApiRequest<T> = {
  readonly path: string;
  /** What a good answer looks like; it is parsed, never trusted. */
  readonly answer: z.ZodMiniType<T>;
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly json?: unknown;
  readonly form?: FormData;
  /** A key that is sent along and kept nowhere. */
  readonly bearer?: string;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Goes on when the page is closed, where the body is small enough for the browser. */
  readonly keepalive?: boolean;
};

/** Browsers let requests outlive their page up to 64 KiB of body, which is counted in characters here, for all of them together. */
const MAX_KEEPALIVE_CHARACTERS = 10_000;
const TIMEOUT_MILLISECONDS = 15_000;

/** Asks the server once. Rejects only when `signal` is aborted: every other failure is a value. */
export async function ask<T>(request: ApiRequest<T>): Promise<Result<T, ApiFailure>> {
  const response = await send(request, {});
  return response.ok ? readAnswer(request.answer, response.value) : response;
}

/** A no for what stands by now in the place of what was to be changed; `found` is that, `message` says why. */
export type Conflict<C> = { readonly reason: "conflict"; readonly message: string; readonly found: C };

/** Asks for a change of something that somebody else may have changed meanwhile: a 409 tells what stands now. */
export async function askToChange<T, C extends ApiErrorBody>(
  request: ApiRequest<T> & { readonly conflict: z.ZodMiniType<C> },
): Promise<Result<T, ApiFailure | Conflict<C>>> {
  const response = await send(request, {});
  if (!response.ok) return response;
  if (response.value.status === 409) {
    const told = z.safeParse(request.conflict, await readJson(response.value.clone()));
    if (told.success)
      return failure({ reason: "conflict", message: told.data.error.message, found: told.data });
  }
  return readAnswer(request.answer, response.value);
}

/** A good answer, or word that nothing changed since the answer that had this ETag. */
export type Revalidated<T> =
  | { readonly changed: true; readonly value: T; readonly etag: string | null }
  | { readonly changed: false };

/** Asks with `If-None-Match`, so that an answer that did not change costs a few bytes. */
export async function revalidate<T>(
  request: ApiRequest<T>,
  etag: string | null,
): Promise<Result<Revalidated<T>, ApiFailure>> {
  const response = await send(request, etag === null ? {} : { "If-None-Match": etag });
  if (!response.ok) return response;
  if (response.value.status === 304) return success({ changed: false });
  const answer = await readAnswer(request.answer, response.value);
  if (!answer.ok) return answer;
  return success({ changed: true, value: answer.value, etag: response.value.headers.get("ETag") });
}

/** The bytes at `path`, whatever they are. */
export async function askBytes(path: string): Promise<Result<Uint8Array, ApiFailure>> {
  const response = await send({ path }, {});
  if (!response.ok) return response;
  if (!response.value.ok) return failure(await readRefusal(response.value));
  try {
    return success(new Uint8Array(await response.value.arrayBuffer()));
  } catch {
    return failure({ reason: "away", message: AWAY });
  }
}

const AWAY = "The server cannot be reached. Check the network and try again.";

type Sent = Omit<ApiRequest<unknown>, "answer">;

async function send(request: Sent, headers: Record<string, string>): Promise<Result<Response, ApiFailure>> {
  const { path, method = "GET", json, form, bearer, timeoutMs = TIMEOUT_MILLISECONDS, signal } = request;
  const text = json === undefined ? null : JSON.stringify(json);
  const timeout = AbortSignal.timeout(timeoutMs);
  const sent = {
    ...headers,
    ...(json === undefined ? {} : { "Content-Type": "application/json" }),
    ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
  };
  try {
    const response = await fetch(path, {
      method,
      headers: sent,
      body: form ?? text,
      keepalive: request.keepalive === true && (text?.length ?? 0) <= MAX_KEEPALIVE_CHARACTERS,
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    });
    return success(response);
  } catch (error) {
    if (signal?.aborted) throw error;
    return failure({ reason: "away", message: AWAY });
  }
}

async function readAnswer<T>(answer: z.ZodMiniType<T>, response: Response): Promise<Result<T, ApiFailure>> {
  if (!response.ok) return failure(await readRefusal(response));
  const body = await readJson(response);
  const parsed = z.safeParse(answer, body);
  if (parsed.success) return success(parsed.data);
  const complaint = body === undefined ? "expected JSON" : formatComplaint(explain(parsed.error, body));
  return failure(notUnderstood(response.status, complaint));
}

async function readRefusal(response: Response): Promise<ApiFailure> {
  const { status } = response;
  const parsed = z.safeParse(ApiErrorBody, await readJson(response));
  if (!parsed.success) return notUnderstood(status, `status ${status} without a reason`);
  const { reason: kind, ...said } = parsed.data.error;
  return { reason: "refused", status, kind, ...said };
}

function notUnderstood(status: number, what: string): ApiFailure {
  return {
    reason: "notUnderstood",
    status,
    message: `The server's answer could not be read (${what}). Load the page again; if that does not help, tell your instructor.`,
  };
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
