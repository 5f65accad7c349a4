import { For } from "solid-js";
import { tablesOf } from "../../../shared/api/export.ts";
import { FileSaver } from "../../parts/file-saver.tsx";
import { planTable, planWhole } from "../../state/files/plans.ts";

/** All that the course holds: whole as JSON, or a table of it as CSV. */
export function FilesSection(props: { course: string; title: string }) {
  return (
    <section class="stack" aria-labelledby="files">
      <h2 id="files">All that the course holds</h2>
      <p class="muted">
        One JSON file with every table below, names of students among them: keep it where only the staff can
        read it. Weights are named by their address. Hashes of what lets someone in are in no file, nor is
        anyone who was erased.
      </p>
      <FileSaver
        label="Save everything as JSON"
        name="everything as JSON"
        kind="primary"
        file={() => `latent-lab-${props.course}.json`}
        plan={() => planWhole(props.course, "course", { of: props.title, now: new Date() })}
      />
      <h3 id="tables">A table alone, as CSV</h3>
      <p class="muted">
        For a spreadsheet: numbers stay numbers, text that it would run as a formula is led by an apostrophe,
        and what has parts of its own, such as a spec, is JSON in its cell.
      </p>
      <ul class="browsers file-tables" aria-labelledby="tables">
        <For each={tablesOf("course")}>
          {({ name, holds }) => (
            <li>
              <p>
                {name}, <span class="muted">{holds}</span>
              </p>
              <FileSaver
                label="Save"
                name={`${name} as CSV`}
                file={() => `latent-lab-${props.course}-${name}.csv`}
                plan={() => planTable(props.course, name)}
              />
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
