import { For } from "solid-js";
import { tablesOf } from "../../../shared/api/export.ts";
import { FileSaver } from "../../parts/file-saver.tsx";
import { Table } from "../../parts/table.tsx";
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
      <p class="muted">
        A table alone comes as CSV for a spreadsheet: numbers stay numbers, text that it would run as a
        formula is led by an apostrophe, and what has parts of its own, such as a spec, is JSON in its cell.
      </p>
      <Table caption="Tables of the course" captionHidden>
        <thead>
          <tr>
            <th scope="col">table</th>
            <th scope="col">holds</th>
            <th scope="col">save</th>
          </tr>
        </thead>
        <tbody>
          <For each={tablesOf("course")}>
            {({ name, holds }) => (
              <tr>
                <th scope="row">{name}</th>
                <td class="file-holds">{holds}</td>
                <td>
                  <FileSaver
                    label="csv"
                    name={`${name} as CSV`}
                    kind="quiet"
                    file={() => `latent-lab-${props.course}-${name}.csv`}
                    plan={() => planTable(props.course, name)}
                  />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </Table>
    </section>
  );
}
