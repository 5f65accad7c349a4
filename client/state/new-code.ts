import { type Accessor, createSignal } from "solid-js";
import { createAct } from "./act.ts";
import { api } from "./api-calls.ts";

/** A new recovery code for oneself (`member` null) or, as an instructor, for a student. It is here once, and nowhere again. */
export function createNewCode(course: Accessor<string>, member: string | null) {
  const [code, setCode] = createSignal<string | null>(null);
  const { act, failed, isActing } = createAct();
  async function make(): Promise<void> {
    const made = await act(() => api.newRecoveryCode(course(), member));
    if (made !== null) setCode(made.value.recoveryCode);
  }
  return { code, failed, isAsking: isActing, make };
}
