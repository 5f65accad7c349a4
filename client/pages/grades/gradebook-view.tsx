import { useSearchParams } from "@solidjs/router";
import { createMemo, Match, Switch } from "solid-js";
import { can } from "../../../shared/access/can.ts";
import type { Role } from "../../../shared/api/courses.ts";
import type { Gradebook } from "../../../shared/api/grading/gradebook.ts";
import { Tabs } from "../../parts/tabs.tsx";
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

/** A gradebook a part at a time; the address says which. */
export function GradebookView(props: {
  course: string;
  book: Gradebook;
  role: Role;
  again: () => Promise<void>;
}) {
  const [search, setSearch] = useSearchParams<{ show?: string }>();
  const rows = createMemo(() => buildRows(props.book));
  const parts = createMemo(() => countParts(props.book.parts, rows()));
  const count = createMemo(() => countClass(parts(), rows()));
  const tabs = createMemo((): readonly { id: Tab; title: string }[] => [
    { id: "parts", title: "Parts" },
    { id: "students", title: "Students" },
    { id: "requests", title: count().requests === 0 ? "Requests" : `Requests (${count().requests})` },
    { id: "release", title: "Release and files" },
  ]);
  const shown = () => tabs().find(({ id }) => id === search.show)?.id ?? "parts";
  const mayRelease = () => can(props.role, "releaseGrades");
  return (
    <>
      <p>{sayClass(count())}</p>
      <Tabs
        label="What to see of the grades"
        tabs={tabs()}
        shown={shown()}
        onShow={(show) => setSearch({ show }, { replace: true, scroll: false })}
      >
        <Switch>
          <Match when={shown() === "parts"}>
            <PartsSection
              course={props.course}
              version={props.book.version}
              parts={parts()}
              rows={rows()}
              again={props.again}
            />
          </Match>
          <Match when={shown() === "students"}>
            <StudentsSection course={props.course} book={props.book} rows={rows()} />
          </Match>
          <Match when={shown() === "requests"}>
            <RequestsSection course={props.course} again={props.again} />
          </Match>
          <Match when={shown() === "release"}>
            <div class="stack grades-release">
              <ReleaseSection
                course={props.course}
                settings={props.book.settings}
                rows={rows()}
                hidden={props.book.hidden}
                mayRelease={mayRelease()}
                again={props.again}
              />
              <ZerosForm
                course={props.course}
                version={props.book.version}
                gaps={listGaps(props.book.parts, rows())}
                onGiven={props.again}
              />
              <SettingsSection
                course={props.course}
                title={props.book.title}
                settings={props.book.settings}
                mayChange={mayRelease()}
                again={props.again}
              />
              <FilesSection course={props.course} hidden={props.book.hidden} mayTake={mayRelease()} />
            </div>
          </Match>
        </Switch>
      </Tabs>
    </>
  );
}
