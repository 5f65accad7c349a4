import { createMemo, createSignal, For } from "solid-js";
import type { RosterLine } from "../../../../shared/api/roster.ts";
import { formatNumber } from "../../../parts/numbers.ts";
import { Pager } from "../../../parts/pager.tsx";
import { Segments } from "../../../parts/segments.tsx";
import { Table } from "../../../parts/table.tsx";
import { OUTCOMES, type Outcome, sayLine } from "./report-words.ts";

const LINES_A_PAGE = 50;

/** The lines of a report, those of one outcome at a time: what must be mended first. */
export function ReportLines(props: { lines: readonly RosterLine[] }) {
  const [wished, setWished] = createSignal<Outcome | null>(null);
  const [page, setPage] = createSignal(0);
  const of = (outcome: Outcome) => props.lines.filter((line) => line.outcome === outcome);
  const counts = createMemo(() => new Map(OUTCOMES.map((one) => [one, of(one).length])));
  const present = () => OUTCOMES.filter((one) => counts().get(one));
  const shown = () => present().find((one) => one === wished()) ?? present()[0] ?? null;
  const lines = createMemo(() => {
    const now = shown();
    return now === null ? [] : of(now);
  });
  const show = (outcome: Outcome) => {
    setWished(outcome);
    setPage(0);
  };
  return (
    <div class="stack">
      <Segments
        label="Lines to see"
        choices={present()}
        chosen={shown()}
        onChoose={show}
        name={(outcome) => `${formatNumber(counts().get(outcome) ?? 0)} ${outcome}`}
      />
      <Table caption={`Lines of the file: ${shown() ?? "none"}`} captionHidden>
        <thead>
          <tr>
            <th scope="col" data-number="">
              line
            </th>
            <th scope="col">name</th>
            <th scope="col">what comes of it</th>
          </tr>
        </thead>
        <tbody>
          <For each={lines().slice(page() * LINES_A_PAGE, (page() + 1) * LINES_A_PAGE)}>
            {(line) => (
              <tr>
                <td data-number="">{line.line}</td>
                <th scope="row">{"name" in line ? line.name : ""}</th>
                <td class="roster-said" classList={{ "failed-words": line.outcome === "wrong" }}>
                  {sayLine(line)}
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </Table>
      <Pager name="lines" count={lines().length} size={LINES_A_PAGE} page={page()} onPage={setPage} />
    </div>
  );
}
