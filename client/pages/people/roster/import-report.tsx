import { For, onMount, Show } from "solid-js";
import type { RosterReport } from "../../../../shared/api/roster.ts";
import { Button } from "../../../parts/button.tsx";
import { plural } from "../../../parts/numbers.ts";
import { StatusLine } from "../../../parts/status-line.tsx";
import type { Importing, RosterImport } from "./create-import.ts";
import { ReportLines } from "./report-lines.tsx";
import { isImportable, sayReport } from "./report-words.ts";

/** What would come of a file, line by line, or what came of it; and the button that imports it. */
export function ImportReport(props: {
  roster: RosterImport;
  now: Exclude<Importing, { status: "nothing" }>;
  report: RosterReport;
  onStartOver: () => void;
}) {
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());
  const isDone = () => props.now.status === "imported";
  const isBusy = () => props.now.status === "checking" || props.now.status === "importing";
  const isWrong = () => props.report.lines.some(({ outcome }) => outcome === "wrong");
  const tone = () => {
    if (isWrong()) return "failed";
    return isDone() || !isImportable(props.report) ? "good" : "plain";
  };
  return (
    <div class="roster-report stack">
      <h3 tabindex="-1" ref={heading}>
        {isDone() ? "What came of " : "What would come of "}
        {props.now.source.name ?? "what you pasted"}
      </h3>
      <StatusLine tone={tone()} live>
        {sayReport(props.report)}
      </StatusLine>
      <Show when={props.now.source.guessed}>
        {(letters) => (
          <p class="muted">
            The file is not UTF-8 and was read as {letters()}. Look at the names with accents before you
            import; if they are wrong, save it as CSV UTF-8.
          </p>
        )}
      </Show>
      <Missing roster={props.roster} report={props.report} isDone={isDone()} />
      <div class="row">
        <Show when={!isDone() && isImportable(props.report)}>
          <Button kind="primary" disabled={isBusy()} onClick={() => props.roster.confirm()}>
            {props.now.status === "importing" ? "Importing" : "Import"}
          </Button>
        </Show>
        <Button onClick={() => props.onStartOver()} disabled={props.now.status === "importing"}>
          {isDone() ? "Done" : isWrong() ? "Choose the mended file" : "Choose another file"}
        </Button>
      </div>
      <ReportLines lines={props.report.lines} />
    </div>
  );
}

/** Who is on the roster and not in the file, and whether they go. */
function Missing(props: { roster: RosterImport; report: RosterReport; isDone: boolean }) {
  const joined = () => props.report.missing.filter((one) => one.joined);
  const others = () => props.report.missing.filter((one) => !one.joined);
  const removed = () => props.report.missing.filter((one) => one.removed);
  const names = () => (props.isDone ? removed() : others());
  return (
    <Show when={props.report.missing.length > 0}>
      <div class="stack roster-missing">
        <Show when={!props.isDone}>
          <p>
            {plural(props.report.missing.length, "row")} of the roster{" "}
            {props.report.missing.length === 1 ? "is" : "are"} not in this file.
            <Show when={joined().length > 0}>
              {" "}
              {joined().length === 1 ? "One has" : `${joined().length} have`} joined and stay
              {joined().length === 1 ? "s" : ""}: {joined().map(sayPerson).join(", ")}.
            </Show>
          </p>
          <Show when={others().length > 0}>
            <label class="choice">
              <input
                type="checkbox"
                checked={props.roster.removeMissing()}
                onChange={(event) => props.roster.setRemoveMissing(event.currentTarget.checked)}
              />
              <span>Take out who is not in the file and has not joined:</span>
            </label>
          </Show>
        </Show>
        <Show when={props.isDone && removed().length > 0}>
          <p>Taken out:</p>
        </Show>
        <ul class="roster-names">
          <For each={names()}>{(one) => <li>{sayPerson(one)}</li>}</For>
        </ul>
      </div>
    </Show>
  );
}

function sayPerson({ name, section }: { readonly name: string; readonly section: string }): string {
  return section === "" ? name : `${name} (${section})`;
}
