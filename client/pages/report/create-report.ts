import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import { ask } from "../../engine/analyst.ts";
import { loadDigits } from "../../state/digits.ts";
import { collectReport, type ReportSources } from "./collect-report.ts";
import type { ReportContent } from "./report-content.ts";

export type ReportState =
  | { readonly status: "collecting"; readonly words: string }
  | { readonly status: "ready"; readonly content: ReportContent }
  | { readonly status: "failed"; readonly message: string };

/** What differs between a homework that is being written and one that was handed in. */
export type ReportOrder = Pick<ReportSources, "assignment" | "answers" | "readRun">;

/** The report of an order; of a changed one the last report stays until the next is there. Null is an order that is not known yet. */
export function createReport(order: Accessor<ReportOrder | null>): {
  readonly state: Accessor<ReportState>;
  readonly again: () => void;
} {
  const [state, setState] = createSignal<ReportState>({
    status: "collecting",
    words: "Reading the answers.",
  });
  const [round, setRound] = createSignal(0);
  createEffect(
    on([order, round], ([now]) => {
      if (now === null) return;
      let isCurrent = true;
      onCleanup(() => {
        isCurrent = false;
      });
      collect(now, (words) => {
        if (isCurrent && state().status !== "ready") setState({ status: "collecting", words });
      })
        .catch(
          (error: unknown): ReportState => ({
            status: "failed",
            message: error instanceof Error ? error.message : String(error),
          }),
        )
        .then((end) => {
          if (isCurrent) setState(end);
        });
    }),
  );
  return { state, again: () => setRound((n) => n + 1) };
}

async function collect(order: ReportOrder, onProgress: (words: string) => void): Promise<ReportState> {
  const [digits] = await Promise.all([loadDigits(), import("../../prose/render.ts")]);
  const content = await collectReport(
    {
      ...order,
      digits,
      findFloors: (dataset) => ask({ name: "floors", question: { dataset }, digits }),
      findScores: (question) => ask({ name: "scores", question, digits }),
    },
    onProgress,
  );
  return { status: "ready", content };
}
