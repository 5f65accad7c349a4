import { createSignal, For, Show } from "solid-js";
import type { GradesFile } from "../../../shared/api/grading/gradebook.ts";
import { Button } from "../../parts/button.tsx";
import { plural } from "../../parts/numbers.ts";
import { formatPoints } from "../../parts/points.ts";
import { Problem } from "../../parts/problem.tsx";
import { saveText } from "../../parts/save.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { Table } from "../../parts/table.tsx";
import { createAct } from "../../state/act.ts";
import { gradesCalls } from "../../state/calls/grades.ts";
import { sayWhy } from "./words.ts";

/** The grades as files, and who is left out of them. */
export function FilesSection(props: { course: string; hidden: boolean; mayTake: boolean }) {
  const { act, isActing, failed } = createAct();
  const [taken, setTaken] = createSignal<GradesFile | null>(null);
  const take = async (which: "canvas" | "all") => {
    const answer = await act(() => gradesCalls.file(props.course, which));
    if (answer === null) return;
    saveText(answer.value.name, answer.value.csv);
    setTaken(answer.value);
  };
  return (
    <section class="stack" aria-labelledby="files">
      <h2 id="files">Files</h2>
      <Show
        when={props.mayTake}
        fallback={<p class="muted">Files with everyone’s grades are for instructors.</p>}
      >
        <Show
          when={!props.hidden}
          fallback={
            <p class="muted">
              Files say whose grade is whose, so there are none while names are hidden. Release the grades, or
              show names above.
            </p>
          }
        >
          <p class="muted">
            The file for Canvas has the roster’s columns and one for this homework, and can be imported there
            as it is (Grades, Import). The other has a row for each student and item of the rubric.
          </p>
          <div class="row">
            <Button kind="primary" disabled={isActing()} onClick={() => take("canvas")}>
              Save for Canvas (CSV)
            </Button>
            <Button disabled={isActing()} onClick={() => take("all")}>
              Save everything (CSV)
            </Button>
          </div>
          <Show when={taken()}>{(file) => <Report file={file()} />}</Show>
        </Show>
        <Problem words={failed()} />
      </Show>
    </section>
  );
}

function Report(props: { file: GradesFile }) {
  return (
    <>
      <StatusLine tone="good" live>
        Saved {props.file.name} with {plural(props.file.students, "student")}.{" "}
        {props.file.leftOut.length === 0
          ? "Nobody is left out."
          : `${plural(props.file.leftOut.length, "student")} left out:`}
      </StatusLine>
      <Show when={props.file.leftOut.length > 0}>
        <div class="left-out">
          <Table caption="Who is left out of the file" captionHidden>
            <thead>
              <tr>
                <th scope="col">student</th>
                <th scope="col" data-number>
                  total
                </th>
                <th scope="col">why</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.file.leftOut}>
                {({ name, pseudonym, total, why }) => (
                  <tr>
                    <th scope="row">{name === "" ? pseudonym : `${name} (${pseudonym})`}</th>
                    <td data-number>{total === null ? "" : formatPoints(total)}</td>
                    <td>{sayWhy(why)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </Table>
        </div>
      </Show>
    </>
  );
}
