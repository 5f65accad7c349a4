import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { Result } from "../../shared/result.ts";
import type { ApiFailure } from "./api.ts";

/** A question to the server, as a page shows it. */
export type Answered<T> =
  | { readonly status: "asking" }
  | { readonly status: "answered"; readonly value: T }
  | { readonly status: "failed"; readonly failure: ApiFailure };

/** What was answered; null while it is asked for, and where it failed. */
export function answerOf<T>(answer: Answered<T>): T | null {
  return answer.status === "answered" ? answer.value : null;
}

/** Why there is no answer; null where there is one, or may be. */
export function failureOf<T>(answer: Answered<T>): ApiFailure | null {
  return answer.status === "failed" ? answer.failure : null;
}

/**
 * Asks whenever the question changes, and on `again`. An answer to a question that is no longer asked is dropped; while
 * the same question is asked again, the last answer stays.
 */
export function createAnswer<Q, T>(
  question: Accessor<Q>,
  ask: (question: Q) => Promise<Result<T, ApiFailure>>,
): readonly [answer: Accessor<Answered<T>>, again: () => Promise<void>] {
  const [answer, setAnswer] = createSignal<Answered<T>>({ status: "asking" });
  let asked = 0;
  onCleanup(() => {
    asked = -1;
  });
  async function put(): Promise<void> {
    if (asked < 0) return;
    const mine = ++asked;
    const result = await ask(question());
    if (mine !== asked) return;
    setAnswer(
      result.ok ? { status: "answered", value: result.value } : { status: "failed", failure: result.error },
    );
  }
  createEffect(
    on(question, () => {
      setAnswer({ status: "asking" });
      void put();
    }),
  );
  return [answer, put];
}
