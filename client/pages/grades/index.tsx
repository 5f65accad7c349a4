import { useParams, useSearchParams } from "@solidjs/router";
import { createEffect, createMemo, Match, Switch } from "solid-js";
import { type Capability, can } from "../../../shared/access/can.ts";
import type { Gradebook } from "../../../shared/api/grades.ts";
import { ClassNav } from "../../parts/class-nav.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import { createTitle } from "../../parts/title.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { gradesCalls } from "../../state/calls/grades.ts";
import { createCourse } from "../../state/course.ts";
import { countClass, countParts } from "./count-grades.ts";
import { FilesSection } from "./files-section.tsx";
import { PartsSection } from "./parts-section.tsx";
import { ReleaseSection } from "./release-section.tsx";
import { RequestsSection } from "./requests-section.tsx";
import { buildRows } from "./rows.ts";
import { SettingsSection } from "./settings-section.tsx";
import { StudentsSection } from "./students-section.tsx";
import { sayClass } from "./words.ts";
import { listGaps } from "./zeros.ts";
import { ZerosForm } from "./zeros-form.tsx";

type Tab = "parts" | "students" | "requests" | "release";

/** The grades of a course, for who gives them. The address says which part of the page is shown. */
export function GradesPage() {
  const params = useParams<{ course: string }>();
  const [search, setSearch] = useSearchParams<{ show?: string }>();
  const courses = createCourse();
  const [answer, again] = createAnswer(() => params.course, gradesCalls.gradebook);
  const membership = () =>
    courses.list().find((one) => one.membership.course === params.course)?.membership ?? null;
  const role = () => membership()?.member.role ?? "student";
  const may = (capability: Capability) => can(role(), capability);
  const tabs = (requests: number): readonly { id: Tab; title: string }[] => [
    { id: "parts", title: "Parts" },
    { id: "students", title: "Students" },
    { id: "requests", title: requests === 0 ? "Requests" : `Requests (${requests})` },
    { id: "release", title: "Release and files" },
  ];
  const shown = () => tabs(0).find(({ id }) => id === search.show)?.id ?? "parts";
  const book = () => {
    const now = answer();
    return now.status === "answered" ? now.value : null;
  };
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  createEffect(() => courses.use(params.course));
  createTitle(() => "Grades of the class");

  return (
    <div class="grades stack">
      <ClassNav course={params.course} role={role()} />
      <h1>Grades of {membership()?.title ?? params.course}</h1>
      <Switch fallback={<StatusLine live>Loading the grades.</StatusLine>}>
        <Match when={failure()}>
          {(why) => (
            <FailedAnswer failure={why()} onAgain={again} refused="Grades are given by the course’s staff" />
          )}
        </Match>
        <Match when={book()}>{(now) => <Pages book={now()} />}</Match>
      </Switch>
    </div>
  );

  function Pages(props: { book: Gradebook }) {
    const rows = createMemo(() => buildRows(props.book));
    const parts = createMemo(() => countParts(props.book.parts, rows()));
    const count = createMemo(() => countClass(parts(), rows()));
    return (
      <>
        <p>{sayClass(count())}</p>
        <Tabs
          label="What to see of the grades"
          tabs={tabs(count().requests)}
          shown={shown()}
          onShow={(show) => setSearch({ show }, { replace: true, scroll: false })}
        >
          <Switch>
            <Match when={shown() === "parts"}>
              <PartsSection
                course={params.course}
                version={props.book.version}
                parts={parts()}
                rows={rows()}
                again={again}
              />
            </Match>
            <Match when={shown() === "students"}>
              <StudentsSection course={params.course} book={props.book} rows={rows()} />
            </Match>
            <Match when={shown() === "requests"}>
              <RequestsSection course={params.course} again={again} />
            </Match>
            <Match when={shown() === "release"}>
              <div class="stack grades-release">
                <ReleaseSection
                  course={params.course}
                  settings={props.book.settings}
                  rows={rows()}
                  hidden={props.book.hidden}
                  mayRelease={may("releaseGrades")}
                  again={again}
                />
                <ZerosForm
                  course={params.course}
                  version={props.book.version}
                  gaps={listGaps(props.book.parts, rows())}
                  onGiven={again}
                />
                <SettingsSection
                  course={params.course}
                  title={props.book.title}
                  settings={props.book.settings}
                  mayChange={may("releaseGrades")}
                  again={again}
                />
                <FilesSection
                  course={params.course}
                  hidden={props.book.hidden}
                  mayTake={may("releaseGrades")}
                />
              </div>
            </Match>
          </Switch>
        </Tabs>
      </>
    );
  }
}
