import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { AuditEntry } from "../../../shared/api/staff.ts";
import { type LogQuestion, recordsCalls } from "../../state/calls/records.ts";

/** A name is looked for when nothing was typed for this long. */
const TYPED_MILLISECONDS = 250;

export type LogStatus =
  | { readonly status: "reading" }
  | { readonly status: "read" }
  | { readonly status: "failed"; readonly message: string };

/** The log of a course as far as it was read: anew where the question changes, a page further on `more`. */
export function createLog(question: Accessor<LogQuestion>) {
  const [entries, setEntries] = createSignal<readonly AuditEntry[]>([]);
  const [next, setNext] = createSignal<number | null>(null);
  const [status, setStatus] = createSignal<LogStatus>({ status: "reading" });
  let asked = 0;

  /** Reads the page after `before`, the first for null; an answer to an older question is dropped. */
  async function read(before: number | null): Promise<void> {
    const mine = ++asked;
    setStatus({ status: "reading" });
    const answer = await recordsCalls.log(question(), before);
    if (mine !== asked) return;
    const earlier = before === null ? [] : entries();
    setEntries(answer.ok ? [...earlier, ...answer.value.entries] : earlier);
    if (answer.ok) setNext(answer.value.next);
    setStatus(answer.ok ? { status: "read" } : { status: "failed", message: answer.error.message });
  }
  let typing: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on(question, (_, before) => {
      clearTimeout(typing);
      typing = setTimeout(() => read(null), before === undefined ? 0 : TYPED_MILLISECONDS);
      return true;
    }),
  );
  onCleanup(() => {
    clearTimeout(typing);
    asked = -1;
  });
  return {
    entries,
    status,
    hasMore: () => next() !== null,
    /** Also tries again what failed. */
    more: () => read(entries().length === 0 ? null : next()),
  };
}
