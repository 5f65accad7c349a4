import { type Accessor, createSignal, onCleanup } from "solid-js";

/** The time in milliseconds since 1970, anew every so often. */
export function createNow(everyMilliseconds: number): Accessor<number> {
  const [now, setNow] = createSignal(Date.now());
  const timer = setInterval(() => setNow(Date.now()), everyMilliseconds);
  onCleanup(() => clearInterval(timer));
  return now;
}
