import { createEffect, on, Show } from "solid-js";
import { Problem } from "../../../parts/problem.tsx";
import { StatusLine } from "../../../parts/status-line.tsx";
import { ChooseRoster } from "./choose-roster.tsx";
import { createImport, type Importing } from "./create-import.ts";
import { ImportReport } from "./import-report.tsx";

/** Imports a roster: choose, see what would come of every line, import. */
export function ImportSection(props: { course: string; onImported: () => void }) {
  const roster = createImport({ course: () => props.course, onImported: props.onImported });
  const reported = (): Exclude<Importing, { status: "nothing" }> | null => {
    const now = roster.state();
    return now.status === "nothing" ? null : now;
  };
  let heading: HTMLHeadingElement | undefined;
  const startOver = () => {
    roster.startOver();
    heading?.focus();
  };
  createEffect(
    on(
      () => props.course,
      () => roster.startOver(),
      { defer: true },
    ),
  );
  return (
    <section class="stack" aria-labelledby="import">
      <h2 id="import" tabindex="-1" ref={heading}>
        Import a roster
      </h2>
      <Show when={reported()} fallback={<ChooseRoster roster={roster} />}>
        {(now) => (
          <Show
            when={now().report}
            fallback={<StatusLine live>Checking {now().source.name ?? "what you pasted"}.</StatusLine>}
          >
            {(report) => (
              <ImportReport roster={roster} now={now()} report={report()} onStartOver={startOver} />
            )}
          </Show>
        )}
      </Show>
      <Problem words={roster.problem()} />
    </section>
  );
}
