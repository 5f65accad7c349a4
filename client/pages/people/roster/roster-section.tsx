import { createSignal, For, Show } from "solid-js";
import type { RosterRow } from "../../../../shared/api/roster.ts";
import { CopyButton } from "../../../parts/copy-button.tsx";
import { Help } from "../../../parts/help.tsx";
import { formatNumber, plural } from "../../../parts/numbers.ts";
import { Pager } from "../../../parts/pager.tsx";
import { describeRow } from "./describe-row.ts";
import { ImportSection } from "./import-section.tsx";

/** Whom the course expects: how many have come, who has not, and a new file. */
export function RosterSection(props: {
  course: string;
  rows: readonly RosterRow[];
  mayChange: boolean;
  onChange: () => void;
}) {
  const sections = () => new Set(props.rows.map(({ section }) => section).filter((one) => one !== "")).size;
  const awaited = () => props.rows.filter(({ member }) => member === null);
  const addresses = () => awaited().flatMap(({ email }) => (email === "" ? [] : [email]));
  return (
    <div class="stack roster">
      <section class="stack" aria-labelledby="roster">
        <h2 id="roster">
          {props.rows.length === 0 ? "No roster yet" : `${formatNumber(props.rows.length)} on the roster`}
        </h2>
        <Show
          when={props.rows.length > 0}
          fallback={
            <p class="muted">
              With a roster you see names and sections beside the pseudonyms and who has not joined yet, let
              in your students alone, and get grades out in your register’s rows. A course works without one,
              too.
            </p>
          }
        >
          <p>
            <Show when={sections() > 0}>{plural(sections(), "section")}. </Show>
            {formatNumber(props.rows.length - awaited().length)} joined
            <Show when={awaited().length > 0} fallback=": everyone.">
              , {formatNumber(awaited().length)} {awaited().length === 1 ? "has" : "have"} not yet.
            </Show>
          </p>
          <Show when={awaited().length > 0}>
            <Help summary="Who has not joined yet" lazy>
              <Awaited rows={awaited()} />
            </Help>
          </Show>
          <Show when={addresses().length > 0}>
            <div class="row">
              <CopyButton
                label="Copy the email addresses of who has not joined"
                text={() => addresses().join(", ")}
              />
            </div>
          </Show>
        </Show>
      </section>
      <Show
        when={props.mayChange}
        fallback={<p class="muted">Instructors and owners of the course import rosters.</p>}
      >
        <ImportSection course={props.course} onImported={props.onChange} />
      </Show>
    </div>
  );
}

const ROWS_A_PAGE = 50;

function Awaited(props: { rows: readonly RosterRow[] }) {
  const [page, setPage] = createSignal(0);
  return (
    <>
      <ul class="roster-names">
        <For each={props.rows.slice(page() * ROWS_A_PAGE, (page() + 1) * ROWS_A_PAGE)}>
          {(row) => <li>{describeRow(row)}</li>}
        </For>
      </ul>
      <Pager name="rows" count={props.rows.length} size={ROWS_A_PAGE} page={page()} onPage={setPage} />
    </>
  );
}
