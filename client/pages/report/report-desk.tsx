import { createEffect, createSignal, type JSX, Match, Show, Switch } from "solid-js";
import { Button, ButtonLink } from "../../parts/button.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createWholeTitle } from "../../parts/title.ts";
import type { ReportState } from "./create-report.ts";
import type { ReportContent } from "./report-content.ts";
import { ReportView } from "./report-view.tsx";
import { saveNotebook } from "./save-notebook.ts";
import { sayUnsent } from "./words.ts";

/** A report with what one does with it: print it, take it along as a notebook, go back. */
export function ReportDesk(props: {
  course: string;
  state: ReportState;
  onAgain: () => void;
  /** Below the cover of a report that was handed in. */
  stamp?: JSX.Element;
}) {
  const content = () => (props.state.status === "ready" ? props.state.content : null);
  const failed = () => (props.state.status === "failed" ? props.state : null);
  const [trouble, setTrouble] = createSignal<string | null>(null);
  const [isWhole, setWhole] = createSignal(false);
  const { isWaiting, ask } = createPrinting(() => content() !== null && isWhole());
  const words = () => {
    if (props.state.status !== "collecting") return null;
    return isWaiting() ? `${props.state.words} It is printed when everything is here.` : props.state.words;
  };
  const save = async (report: ReportContent) => {
    setTrouble(null);
    await saveNotebook(report).catch((error: unknown) => setTrouble(String(error)));
  };
  createWholeTitle(() => content()?.title ?? "Report");
  return (
    <div class="report-desk">
      <div class="row not-printed">
        <ButtonLink href={`/c/${props.course}/hw`}>Back to the homework</ButtonLink>
        <Button kind="primary" onClick={ask}>
          Print or save as PDF
        </Button>
        <Show when={content()} fallback={<Button disabled>Save notebook (.ipynb)</Button>}>
          {(report) => <Button onClick={() => save(report())}>Save notebook (.ipynb)</Button>}
        </Show>
      </div>
      <div class="report-status not-printed">
        <Show when={words()}>{(now) => <StatusLine live>{now()}</StatusLine>}</Show>
        <Show when={trouble()}>
          {(why) => <StatusLine tone="failed">The notebook could not be made: {why()}</StatusLine>}
        </Show>
        <Show when={sayUnsent(content())}>
          {(unsent) => <StatusLine tone="muted">{unsent()}</StatusLine>}
        </Show>
      </div>
      <Switch>
        <Match when={failed()}>
          {(why) => (
            <EmptyState
              level={1}
              tone="failed"
              title="The report could not be put together"
              action={
                <Button kind="primary" onClick={() => props.onAgain()}>
                  Try again
                </Button>
              }
            >
              {why().message}
            </EmptyState>
          )}
        </Match>
        <Match when={content()}>
          {(report) => <ReportView content={report()} stamp={props.stamp} onWhole={() => setWhole(true)} />}
        </Match>
      </Switch>
    </div>
  );
}

/** Prints when asked, but never before everything is there. */
function createPrinting(isReady: () => boolean) {
  const [isWaiting, setWaiting] = createSignal(false);
  createEffect(() => {
    if (!isWaiting() || !isReady()) return;
    setWaiting(false);
    // Two frames later what was just built is laid out.
    requestAnimationFrame(() => requestAnimationFrame(() => print()));
  });
  return { isWaiting, ask: () => setWaiting(true) };
}
