import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { ClassPlot } from "../../../shared/api/class.ts";
import { CLASS_PLOT_PAUSE_MILLISECONDS } from "../../../shared/limits.ts";
import type { ApiFailure } from "../api.ts";
import { classCalls } from "../calls/class.ts";
import { untilVisible } from "../pauses.ts";
import { makeBell } from "./bell.ts";

export type PlotState =
  | { readonly status: "asking" }
  | { readonly status: "shown"; readonly plot: ClassPlot }
  | { readonly status: "failed"; readonly failure: ApiFailure };

/** A plot waits for a change as long as it takes. */
const DAY_MILLISECONDS = 86_400_000;

/**
 * The class version of a plot. It is asked for again when `changed` does, at most every so often and only while `isInSight`; what is shown
 * stays while that goes on, and where it fails.
 */
export function createPlot(
  asked: Accessor<{ readonly course: string; readonly cell: string }>,
  { changed, isInSight }: { changed: Accessor<unknown>; isInSight: Accessor<boolean> },
) {
  const [state, setState] = createSignal<PlotState>({ status: "asking" });
  const [round, setRound] = createSignal(0);
  const bell = makeBell();

  async function watch(
    { course, cell }: { course: string; cell: string },
    signal: AbortSignal,
  ): Promise<void> {
    let etag: string | null = null;
    while (!signal.aborted) {
      const answer: Awaited<ReturnType<typeof classCalls.plot>> = await classCalls.plot(course, cell, {
        etag,
        signal,
      });
      if (answer.ok && answer.value.changed) {
        etag = answer.value.etag;
        setState({ status: "shown", plot: answer.value.value });
      } else if (!answer.ok && state().status !== "shown")
        setState({ status: "failed", failure: answer.error });
      await bell.wait({ least: CLASS_PLOT_PAUSE_MILLISECONDS, most: DAY_MILLISECONDS, signal });
      await untilVisible(signal);
    }
  }

  createEffect(
    on([() => asked().course, () => asked().cell, round], ([course, cell]) => {
      const leaving = new AbortController();
      onCleanup(() => leaving.abort());
      setState({ status: "asking" });
      watch({ course, cell }, leaving.signal).catch((error: unknown) => {
        if (!leaving.signal.aborted) throw error;
      });
    }),
  );
  createEffect(() => {
    if (!isInSight()) return;
    changed();
    bell.ring();
  });
  return { state, again: () => setRound((n) => n + 1) };
}
