import { type Accessor, createEffect, createSignal, onCleanup } from "solid-js";
import { idle } from "./idle.ts";

/**
 * How many of `total` pieces of a long page are on it: the first at once, each further one when the page has time for it.
 * `all` puts the rest there now.
 */
export function createInTurn(total: Accessor<number>): {
  readonly count: Accessor<number>;
  readonly all: () => void;
} {
  const [count, setCount] = createSignal(1);
  let isGone = false;
  onCleanup(() => {
    isGone = true;
  });
  createEffect(() => {
    const next = count() + 1;
    if (next > total()) return;
    void idle().then(() => !isGone && setCount((now) => Math.max(now, next)));
  });
  return { count, all: () => setCount(Math.max(count(), total())) };
}
