import type { Standing, Verification } from "../../shared/api/runs.ts";
import { UPLOAD_RETRY_MAX_MILLISECONDS, UPLOAD_RETRY_MIN_MILLISECONDS } from "../../shared/limits.ts";
import type { KeptState, Waiting } from "./run-state.ts";

/** What came of one upload. */
export type Answer =
  | {
      readonly type: "stored";
      readonly verification: Verification;
      readonly runLink: string;
      readonly boards?: Standing[] | undefined;
    }
  | { readonly type: "refused"; readonly httpStatus: number; readonly message: string }
  | { readonly type: "away" }
  /** Something answered, but not this API. */
  | { readonly type: "notUnderstood" };

/** The state in which a run that just finished is kept. `course` is the one that this browser joined. */
export function firstState({ finite, course }: { finite: boolean; course: string | null }): KeptState {
  if (!finite) return { status: "local", why: "diverged" };
  return course === null ? { status: "local", why: "noCourse" } : waitFor(course);
}

/** A run that is only on this device, on its way to `course`; null when it must stay as it is. */
export function sendLocal(state: KeptState, course: string): KeptState | null {
  return isSendable(state) ? waitFor(course) : null;
}

/** Whether a click may send it: the run is only on this device, and it did not diverge. */
export function isSendable(state: KeptState): boolean {
  return state.status === "local" && state.why !== "diverged";
}

/** A waiting run that is tried now. */
export function startSending({ course, attempt }: { course: string; attempt: number }): KeptState {
  return { status: "sending", course, attempt: attempt + 1 };
}

/**
 * Where a run goes after an upload: a server that is away or failing is asked again later, a refusal is final, and
 * lost membership leaves the run on this device. `random` is from 0 to 1.
 */
export function afterAnswer({
  course,
  attempt,
  answer,
  now,
  random,
}: {
  course: string;
  attempt: number;
  answer: Answer;
  now: number;
  random: number;
}): KeptState {
  const wait = (why: Waiting["why"]): KeptState => ({
    status: "waiting",
    course,
    attempt,
    notBefore: now + retryDelay(attempt, random),
    why,
  });
  switch (answer.type) {
    case "stored": {
      const { verification, runLink, boards } = answer;
      return { status: "sent", course, verification, runLink, ...(boards === undefined ? {} : { boards }) };
    }
    case "away":
      return wait("away");
    case "notUnderstood":
      return wait("fault");
    case "refused":
      if (isPassing(answer.httpStatus)) return wait("fault");
      return answer.httpStatus === 401 || answer.httpStatus === 404
        ? { status: "local", why: "notMember" }
        : { status: "refused", course, message: answer.message };
    default:
      return answer satisfies never;
  }
}

/** Milliseconds to the next attempt: the longest wait doubles with each, and where in it is left to chance. */
export function retryDelay(attempt: number, random: number): number {
  const longest = Math.min(UPLOAD_RETRY_MAX_MILLISECONDS, UPLOAD_RETRY_MIN_MILLISECONDS * 2 ** attempt);
  return UPLOAD_RETRY_MIN_MILLISECONDS + random * (longest - UPLOAD_RETRY_MIN_MILLISECONDS);
}

/**
 * The server failed one run, so none is tried before that one, and the wait grows for all. When it was away it was so for
 * every run; a fault may be that run's own, which `byTurn` then puts behind the others.
 */
export function postpone(state: KeptState, failed: Waiting): KeptState | null {
  return state.status === "waiting" && state.notBefore < failed.notBefore
    ? {
        ...state,
        attempt: Math.max(state.attempt, failed.attempt),
        notBefore: failed.notBefore,
        why: failed.why === "away" ? "away" : state.why,
      }
    : null;
}

/** Sorts runs into the order in which they are sent: the oldest first, but those that the server failed on last. */
export function byTurn(
  a: { readonly state: KeptState; readonly keptAt: number },
  b: { readonly state: KeptState; readonly keptAt: number },
): number {
  return Number(hasFault(a.state)) - Number(hasFault(b.state)) || a.keptAt - b.keptAt;
}

function hasFault(state: KeptState): boolean {
  return state.status === "waiting" && state.why === "fault";
}

/** The run that is to find out next whether the server is back; null when none says that it is away. */
export function findOutage(states: Iterable<KeptState>, now: number): Waiting | null {
  let outage: Waiting | null = null;
  for (const state of states) {
    if (state.status !== "waiting" || state.why !== "away" || isDue(state, now)) continue;
    if (outage === null || state.notBefore > outage.notBefore) outage = state;
  }
  return outage;
}

/**
 * Whether a run is to be sent now. To be asked by the one tab that holds the outbox's lock: what is "sending" then was
 * left by a tab that is gone. A time far ahead was written by a clock that has been put back since.
 */
export function isDue(state: KeptState, now: number): boolean {
  if (state.status === "sending") return true;
  if (state.status !== "waiting") return false;
  return state.notBefore <= now || state.notBefore > now + UPLOAD_RETRY_MAX_MILLISECONDS;
}

/** Milliseconds until the next run is due, null when none waits. */
export function untilNext(states: Iterable<KeptState>, now: number): number | null {
  let next: number | null = null;
  for (const state of states) {
    if (state.status !== "waiting") continue;
    const wait = isDue(state, now) ? 0 : state.notBefore - now;
    next = Math.min(next ?? wait, wait);
  }
  return next;
}

function waitFor(course: string): KeptState {
  return { status: "waiting", course, attempt: 0, notBefore: 0, why: "new" };
}

/** Request timeout, too many requests, and every fault of the server's own. */
export function isPassing(httpStatus: number): boolean {
  return httpStatus === 408 || httpStatus === 429 || httpStatus >= 500;
}
