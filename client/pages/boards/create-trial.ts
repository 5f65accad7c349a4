import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { Trial } from "../../../shared/api/boards.ts";
import type { BoardRule } from "../../../shared/boards/rule.ts";
import { boardCalls } from "../../state/calls/boards.ts";

/** What the server makes of a rule; the last answer stays while another is asked for. */
export type TrialState =
  | { readonly status: "asking"; readonly last: Trial | null }
  | { readonly status: "answered"; readonly last: Trial }
  | { readonly status: "failed"; readonly last: Trial | null; readonly message: string };

/** Typing rests this long before the server is asked. */
const REST_MILLISECONDS = 300;

/** Tries the rule of a form again whenever it changes; null, for one that is not whole, leaves what was found. */
export function createTrial(course: Accessor<string>, rule: Accessor<BoardRule | null>) {
  const [state, setState] = createSignal<TrialState>({ status: "asking", last: null });
  let asked = 0;
  createEffect(
    on([course, rule], ([now, tried]) => {
      if (tried === null) return;
      const mine = ++asked;
      const timer = setTimeout(async () => {
        setState(({ last }) => ({ status: "asking", last }));
        const answer = await boardCalls.trial(now, tried);
        if (mine !== asked) return;
        setState(({ last }) =>
          answer.ok
            ? { status: "answered", last: answer.value }
            : { status: "failed", last, message: answer.error.message },
        );
      }, REST_MILLISECONDS);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  onCleanup(() => {
    asked = -1;
  });
  return state;
}
