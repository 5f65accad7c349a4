import { Show } from "solid-js";
import { COVER } from "../../../../shared/assignment/answers.ts";
import { sayAll } from "../../../drafts/words.ts";
import { StatusLine } from "../../../parts/status-line.tsx";
import { partId } from "../part-id.ts";
import { sayTime } from "../say-time.ts";
import type { Work } from "../work.ts";
import { PartLink } from "./part-link.tsx";

/** Where the work is saved. Only what needs the student's attention is spoken: saving itself happens with every sentence. */
export function SaveStatus(props: { work: Work }) {
  const standings = () => props.work.notebook.standings();
  const said = () => sayAll(standings(), sayTime);
  const spoken = () => (said().tone === "failed" || said().tone === "plain" ? said().words : "");
  /** Where the student has to do something: a part, or the end of the page. */
  const trouble = () => {
    const cell = standings().find(({ standing }) => ["conflict", "failed"].includes(standing.status))?.cell;
    if (cell === COVER) return "hand-in";
    const placed = props.work.cells().find((one) => one.cell.id === cell);
    return placed === undefined || placed.part === null ? null : partId(placed.problem, placed.part);
  };
  return (
    <div class="save-status">
      <StatusLine tone={said().tone}>
        {said().words}{" "}
        <Show when={trouble()}>
          {(place) => (
            <PartLink class="save-trouble" to={place()}>
              Go there
            </PartLink>
          )}
        </Show>
      </StatusLine>
      <p class="unseen" role="status">
        {spoken()}
      </p>
    </div>
  );
}
