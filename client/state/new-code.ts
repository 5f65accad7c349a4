import { type Accessor, createSignal } from "solid-js";
import { api } from "./api-calls.ts";

/** A new recovery code for oneself (`member` null) or, as an instructor, for a student. It is here once, and nowhere again. */
export function createNewCode(course: Accessor<string>, member: string | null) {
  const [code, setCode] = createSignal<string | null>(null);
  const [failed, setFailed] = createSignal<string | null>(null);
  const [isAsking, setAsking] = createSignal(false);

  async function make(): Promise<void> {
    setAsking(true);
    setFailed(null);
    const answer = await api.newRecoveryCode(course(), member);
    setAsking(false);
    if (answer.ok) setCode(answer.value.recoveryCode);
    else setFailed(answer.error.message);
  }
  return { code, failed, isAsking, make };
}
