import { createSignal } from "solid-js";
import type { Result } from "../../shared/result.ts";

/** Something that is done on the server at a person's wish: one at a time, and what went wrong with the last. */
export function createAct() {
  const [isActing, setActing] = createSignal(false);
  const [failed, setFailed] = createSignal<string | null>(null);

  /** What the server answered; null where it refused or was away, which `failed` says. */
  async function act<T>(
    ask: () => Promise<Result<T, { readonly message: string }>>,
  ): Promise<{ readonly value: T } | null> {
    setActing(true);
    setFailed(null);
    const answer = await ask();
    setActing(false);
    if (answer.ok) return { value: answer.value };
    setFailed(answer.error.message);
    return null;
  }
  return { act, isActing, failed };
}
