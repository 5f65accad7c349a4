import { createMemo, createSignal, For, Show } from "solid-js";
import type { ClassView } from "../../../shared/api/class.ts";
import type { Here } from "../../../shared/api/live.ts";
import { ButtonLink } from "../../parts/button.tsx";
import { createNow } from "../../parts/create-now.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { WhenNear } from "../../parts/when-near.tsx";
import { CameIn } from "./came-in.tsx";
import { DeviceTimesTable } from "./device-times.tsx";
import { MatrixSection } from "./matrix/matrix-section.tsx";
import { NeedsHelp } from "./needs-help.tsx";
import { type Filter, NO_FILTER } from "./order.ts";
import { plotOfNow } from "./plot-of-now.ts";
import { ClassPlotView } from "./plots/class-plot.tsx";
import { findStuck } from "./stuck.ts";
import { StudentDialog } from "./student-dialog.tsx";
import { listStudents } from "./students.ts";
import { countParts, listHere } from "./where.ts";
import { WhereNow } from "./where-now.tsx";

const LOOK_EVERY_MILLISECONDS = 15_000;

/** The class as it is: what a teacher reads in ten seconds, then every student, then every plot. */
export function ClassOverview(props: {
  course: string;
  view: ClassView;
  here: ReadonlyMap<string, Here>;
  serverTime: (now: number) => number;
  /** For a projector: no names, no single students. */
  projected: boolean;
}) {
  const now = createNow(LOOK_EVERY_MILLISECONDS);
  const [filter, setFilter] = createSignal<Filter>(NO_FILTER);
  const [opened, setOpened] = createSignal<string | null>(null);
  const students = createMemo(() => listStudents(props.view));
  const here = createMemo(() => {
    const known = new Set(students().map(({ id }) => id));
    const fresh = listHere(props.here, props.serverTime(Math.max(now(), Date.now())));
    return new Map([...fresh].filter(([id]) => known.has(id)));
  });
  const stuck = createMemo(() => findStuck(students(), here()));
  const stuckIds = createMemo(() => new Set(stuck().map(({ student }) => student.id)));
  const counts = createMemo(() => countParts(props.view.parts, students(), here()));
  const present = createMemo(() => plotOfNow(props.view.plots, props.view.parts, students())?.cell ?? null);
  const plotNow = () => props.view.plots.find(({ cell }) => cell === present()) ?? null;
  const student = () => students().find(({ id }) => id === opened());
  const singles = () => !props.projected;

  const find = (change: Partial<Filter>) => {
    setFilter({ ...NO_FILTER, ...change });
    const heading = document.getElementById("progress");
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "start" });
  };

  return (
    <Show
      when={students().length > 0}
      fallback={
        <EmptyState
          title="Nobody has joined yet"
          action={
            <ButtonLink kind="primary" href={`/c/${props.course}/people?show=joining`}>
              Get the join code
            </ButtonLink>
          }
        >
          Here you will see which part each student is on, who needs help, what came in, and every plot of the
          homework for the whole class. Give the class its join code; it shows here as it joins.
        </EmptyState>
      }
    >
      <div class="teach-overview">
        <section class="teach-panel teach-where" aria-labelledby="where">
          <h2 id="where">
            {here().size.toLocaleString("en")} of {students().length.toLocaleString("en")} are here now
          </h2>
          <WhereNow parts={counts()} onPart={singles() ? (part) => find({ part, is: "here" }) : null} />
        </section>
        <NeedsHelp
          stuck={stuck()}
          partOf={(id) => here().get(id)?.part ?? null}
          singles={singles()}
          onStudent={setOpened}
          onAll={() => find({ shown: "stuck" })}
        />
        <section class="teach-panel teach-curve">
          <Show when={plotNow()} keyed>
            {(name) => (
              <ClassPlotView
                course={props.course}
                name={name}
                students={students()}
                singles={singles()}
                whole={false}
                headingLevel={2}
              />
            )}
          </Show>
        </section>
        <CameIn students={students()} singles={singles()} onStudent={setOpened} />
      </div>
      <Show when={singles()}>
        <MatrixSection
          students={students()}
          parts={props.view.parts}
          here={here()}
          stuck={stuckIds()}
          filter={filter()}
          onFilter={setFilter}
          onStudent={setOpened}
        />
      </Show>
      <section class="stack" aria-labelledby="plots">
        <h2 id="plots">Every plot of the homework</h2>
        <div class="class-plots">
          <For each={props.view.plots.map(({ cell }) => cell)}>
            {(cell) => (
              <WhenNear class="class-plot-place" within="50%">
                <Show when={props.view.plots.find((one) => one.cell === cell)}>
                  {(name) => (
                    <ClassPlotView
                      course={props.course}
                      name={name()}
                      students={students()}
                      singles={singles()}
                      whole
                      headingLevel={3}
                    />
                  )}
                </Show>
              </WhenNear>
            )}
          </For>
        </div>
      </section>
      <section class="stack" aria-labelledby="devices">
        <h2 id="devices">What the class trains on</h2>
        <DeviceTimesTable devices={props.view.devices} />
      </section>
      <Show when={singles() && student()}>
        {(one) => (
          <StudentDialog
            course={props.course}
            student={one()}
            parts={props.view.parts}
            here={here().get(one().id)}
            stuck={stuck().find(({ student }) => student.id === one().id)}
            onClose={() => setOpened(null)}
          />
        )}
      </Show>
    </Show>
  );
}
