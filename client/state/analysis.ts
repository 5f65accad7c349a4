import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { AnalysisName, Finding, Question } from "../engine/analysis.ts";
import { ask } from "../engine/analyst.ts";
import { loadDigits } from "./digits.ts";

/** A question, and a key that tells it from others. */
export type Asking<Name extends AnalysisName> = { readonly key: string; readonly question: Question<Name> };

/** `value` of what is awaited is the finding before it, where there was one: it stays on the page until the next is here. */
export type Analysis<T> =
  | { readonly status: "idle" }
  | { readonly status: "working" | "done"; readonly value: T | null; readonly key: string }
  | { readonly status: "failed"; readonly message: string };

/**
 * What an analysis of the digits finds beside the page: asked anew when the key changes, idle while there is no question. Of
 * questions that come faster than their answers, only the last is still asked.
 */
export function createAnalysis<Name extends AnalysisName>(
  name: Name,
  asking: Accessor<Asking<Name> | null>,
): Accessor<Analysis<Finding<Name>>> {
  const asked = createMemo(asking, null, { equals: (a, b) => a?.key === b?.key });
  const [state, setState] = createSignal<Analysis<Finding<Name>>>({ status: "idle" });
  let turn: Promise<unknown> = Promise.resolve();

  async function answer(
    { question }: Asking<Name>,
    { before, isOld }: { before: Promise<unknown>; isOld: () => boolean },
  ): Promise<Finding<Name> | null> {
    const digits = await loadDigits();
    await before;
    return isOld() ? null : await ask({ name, question, digits });
  }

  createEffect(
    on(asked, (one) => {
      if (one === null) return void setState({ status: "idle" });
      let isOld = false;
      onCleanup(() => {
        isOld = true;
      });
      setState((last) => ({ status: "working", key: one.key, value: readFinding(last) }));
      const answered = answer(one, { before: turn, isOld: () => isOld });
      turn = answered.catch(() => null);
      answered.then(
        (value) => {
          if (!isOld) setState({ status: "done", key: one.key, value });
        },
        (error: unknown) => {
          const message = error instanceof Error ? error.message : String(error);
          if (!isOld) setState({ status: "failed", message });
        },
      );
    }),
  );
  return state;
}

/** The finding that stands, be it of the last question or of the one before; null before the first. */
export function readFinding<T>(analysis: Analysis<T>): T | null {
  return analysis.status === "idle" || analysis.status === "failed" ? null : analysis.value;
}

/** The finding of the last question alone; null until it is there. */
export function readDone<T>(analysis: Analysis<T>): T | null {
  return analysis.status === "done" ? analysis.value : null;
}
