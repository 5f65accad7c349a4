import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { ClassPlot } from "../../../shared/api/class.ts";
import type { ApiFailure } from "../api.ts";
import { classCalls } from "../calls/class.ts";

export type PlotState =
  | { readonly status: "asking" }
  | { readonly status: "shown"; readonly plot: ClassPlot }
  | { readonly status: "failed"; readonly failure: ApiFailure };

/** The class version of a plot, asked for again whenever `changed` does; what is shown stays while that goes on, and where it fails. */
export function createPlot(asked: Accessor<{ course: string; cell: string }>, changed: Accessor<unknown>) {
  const [state, setState] = createSignal<PlotState>({ status: "asking" });
  const [round, setRound] = createSignal(0);
  let known: { readonly key: string; readonly etag: string | null } | null = null;

  async function look(
    { course, cell }: { course: string; cell: string },
    signal: AbortSignal,
  ): Promise<void> {
    const key = `${course} ${cell}`;
    if (known?.key !== key) {
      known = null;
      setState({ status: "asking" });
    }
    const answer = await classCalls.plot(course, cell, { etag: known?.etag ?? null, signal });
    if (answer.ok) {
      if (!answer.value.changed) return;
      known = { key, etag: answer.value.etag };
      setState({ status: "shown", plot: answer.value.value });
    } else if (state().status !== "shown") setState({ status: "failed", failure: answer.error });
  }

  createEffect(
    on([asked, changed, round], ([wish]) => {
      const leaving = new AbortController();
      onCleanup(() => leaving.abort());
      look(wish, leaving.signal).catch((error: unknown) => {
        if (!leaving.signal.aborted) throw error;
      });
    }),
  );
  return { state, again: () => setRound((n) => n + 1) };
}
