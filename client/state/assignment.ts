import { createSignal } from "solid-js";
import type { AssignmentView } from "../../shared/api/homework.ts";
import type { ApiFailure } from "./api.ts";
import { api } from "./api-calls.ts";
import { draftStore } from "./store.ts";

/** A course's assignment: as this device last saw it at once, then as the course has it now. */
export function createAssignment(course: string) {
  const [view, setView] = createSignal<AssignmentView | null>(null, { equals: isSameVersion });
  const [failure, setFailure] = createSignal<ApiFailure | null>(null);

  async function ask(): Promise<void> {
    const answer = await api.assignment(course);
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setView(answer.value);
    // A device without storage asks each time.
    await draftStore.putAssignment(course, answer.value).catch(() => {});
  }
  draftStore
    .readAssignment(course)
    .then((kept) => setView((now) => now ?? kept))
    .catch(() => {});
  void ask();
  addEventListener("online", ask);

  return { view, failure, again: () => void ask() };
}

/** What is the same version, and due as before, is not drawn anew, under the hands of someone who writes. */
function isSameVersion(a: AssignmentView | null, b: AssignmentView | null): boolean {
  const told = (view: AssignmentView | null) => JSON.stringify({ ...view, assignment: null });
  return told(a) === told(b);
}
