import { createEffect, createMemo, createSignal, onCleanup, untrack } from "solid-js";
import type { Receipt } from "../../../../shared/api/homework.ts";
import type { PendingHandIn } from "../../../drafts/pending-hand-in.ts";
import { isPassing, retryDelay } from "../../../outbox/decide.ts";
import { makeRunId } from "../../../outbox/run-id.ts";
import type { ApiFailure } from "../../../state/api.ts";
import { createAnswer } from "../../../state/api-answer.ts";
import { api } from "../../../state/api-calls.ts";
import { createOutbox } from "../../../state/outbox.ts";
import { draftStore } from "../../../state/store.ts";
import type { Work } from "../work.ts";
import { listCountedRuns, readinessOf } from "./readiness.ts";

export type HandInState =
  | { readonly status: "idle" }
  /** Until the class has everything; in words what is on its way. */
  | { readonly status: "waiting"; readonly words: string }
  | { readonly status: "sending" }
  /** It was sent and nothing came back: it may have been handed in, and is sent again. */
  | { readonly status: "unsure"; readonly attempt: number }
  | { readonly status: "handedIn"; readonly receipt: Receipt }
  | { readonly status: "failed"; readonly message: string };

/** Handing in: waits until the class has everything, sends one submission under one id however often it takes, keeps the receipts. */
export function createHandIn(work: Work) {
  const { notebook } = work;
  const { course, member } = notebook;
  const outbox = createOutbox();
  const [state, setState] = createSignal<HandInState>({ status: "idle" });
  const [isWanted, setWanted] = createSignal(false);
  const [receipts, askReceipts] = createAnswer(() => course, api.submissions);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pending: PendingHandIn | null = null;
  let isGone = false;

  const readiness = createMemo(() =>
    readinessOf({
      standings: notebook.standings(),
      revisions: notebook.revisions(),
      runs: listCountedRuns(work.assignment(), notebook.answers()).map((id) => outbox.status(id)()),
    }),
  );

  createEffect(() => {
    if (!isWanted()) return;
    const now = readiness();
    if (now.status === "waiting") {
      setState(now);
      return;
    }
    setWanted(false);
    if (now.status === "blocked") setState({ status: "failed", message: now.words });
    else untrack(() => begin(now.revisions));
  });

  function begin(revisions: Readonly<Record<string, number>>): void {
    const version = notebook.assignment()?.version;
    if (version === undefined) return;
    pending = { id: makeRunId(), version, revisions: { ...revisions } };
    // A device without storage cannot go on after a closed page.
    void draftStore.putHandIn(notebook, pending).catch(() => {});
    void send(0);
  }

  async function send(attempt: number): Promise<void> {
    if (pending === null || isGone || untrack(state).status === "sending") return;
    clearTimeout(timer);
    setState({ status: "sending" });
    const answer = await api.submit({ course, pseudonym: member, ...pending });
    if (isGone) return;
    if (!answer.ok && isUnsure(answer.error)) {
      setState({ status: "unsure", attempt: attempt + 1 });
      timer = setTimeout(() => send(attempt + 1), retryDelay(attempt + 1, Math.random()));
      return;
    }
    pending = null;
    void draftStore.deleteHandIn(notebook).catch(() => {});
    if (answer.ok) {
      setState({ status: "handedIn", receipt: answer.value });
      void askReceipts();
      return;
    }
    setState({ status: "failed", message: answer.error.message });
    // The class has something else than this page: another device's answer, or a newer homework.
    notebook.askAssignment();
    void notebook.sendNow();
  }

  const again = () => void send(0);
  addEventListener("online", again);
  onCleanup(() => {
    isGone = true;
    clearTimeout(timer);
    removeEventListener("online", again);
  });
  draftStore
    .readHandIn(notebook)
    .then((left) => {
      if (left === null || pending !== null) return;
      pending = left;
      void send(0);
    })
    .catch(() => {});

  return {
    state,
    handIn(): void {
      void notebook.sendNow();
      void outbox.sendNow();
      setWanted(true);
    },
    /** Sends again at once what was not answered. */
    again,
    /** This student's own, newest first; null until they are known. */
    receipts: createMemo((): readonly Receipt[] | null => {
      const answer = receipts();
      return answer.status === "answered"
        ? answer.value.submissions.filter(({ pseudonym }) => pseudonym === member)
        : null;
    }),
  };
}
export type HandIn = ReturnType<typeof createHandIn>;

function isUnsure(failure: ApiFailure): boolean {
  return failure.reason !== "refused" || isPassing(failure.status);
}
