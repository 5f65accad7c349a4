import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { Board } from "../../../shared/api/boards.ts";
import { BOARD_POLL_MILLISECONDS } from "../../../shared/limits.ts";
import type { ApiFailure } from "../../state/api.ts";
import { api, type BoardQuestion } from "../../state/api-calls.ts";
import { untilAfter, untilVisible } from "../../state/pauses.ts";

export type BoardState =
  | { readonly status: "asking" }
  /** `away`: why the last look failed, while the board stays as it was. */
  | { readonly status: "shown"; readonly board: Board; readonly away: ApiFailure | null }
  | { readonly status: "failed"; readonly failure: ApiFailure };

/** A server that is away is asked less and less often, down to this. */
const SLOWEST_POLL_MILLISECONDS = 15_000;

/** The board that is asked for, looked at again and again while the page is visible. */
export function createBoard(question: Accessor<BoardQuestion>) {
  const [state, setState] = createSignal<BoardState>({ status: "asking" });
  const [round, setRound] = createSignal(0);

  const fail = (failure: ApiFailure) =>
    setState((before) =>
      before.status === "shown" && failure.reason !== "refused"
        ? { ...before, away: failure }
        : { status: "failed", failure },
    );

  async function look(asked: BoardQuestion, signal: AbortSignal): Promise<void> {
    let etag: string | null = null;
    let pause = BOARD_POLL_MILLISECONDS;
    while (!signal.aborted) {
      const answer = await api.board(asked, { etag, signal });
      if (answer.ok) {
        pause = BOARD_POLL_MILLISECONDS;
        if (answer.value.changed) {
          etag = answer.value.etag;
          setState({ status: "shown", board: answer.value.value, away: null });
        } else
          setState((before) =>
            before.status === "shown" && before.away ? { ...before, away: null } : before,
          );
      } else {
        fail(answer.error);
        if (answer.error.reason === "refused" && answer.error.status < 500) return;
        pause = Math.min(SLOWEST_POLL_MILLISECONDS, pause * 2);
      }
      await untilAfter(pause, signal);
      await untilVisible(signal);
    }
  }

  createEffect(
    on([question, round], ([asked]) => {
      const leaving = new AbortController();
      onCleanup(() => leaving.abort());
      // Leaving the page ends the look; nothing is left to be told then.
      look(asked, leaving.signal).catch((error: unknown) => {
        if (!leaving.signal.aborted) throw error;
      });
    }),
  );
  return { state, again: () => setRound((n) => n + 1) };
}
