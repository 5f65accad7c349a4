import { useParams, useSearchParams } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import type { Capability } from "../../../shared/access/can.ts";
import { ClassNav } from "../../parts/class-nav.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import { createTitle } from "../../parts/title.ts";
import { createMembership } from "../../state/membership.ts";
import { EraseSection } from "./erase-section.tsx";
import { FilesSection } from "./files-section.tsx";
import { LogSection } from "./log-section.tsx";

type Tab = "log" | "files" | "erasure";
const TABS: readonly { readonly id: Tab; readonly title: string; readonly needs: Capability }[] = [
  { id: "log", title: "Log", needs: "seeAudit" },
  { id: "files", title: "Files", needs: "exportCourse" },
  { id: "erasure", title: "Erasure", needs: "eraseStudents" },
];

/** What a course holds and has written down; for who answers for it. The address says which part of it is shown. */
export function RecordsPage() {
  const params = useParams<{ course: string }>();
  const [search, setSearch] = useSearchParams<{ show?: string }>();
  const { title, role, may } = createMembership(() => params.course);
  const tabs = () => TABS.filter(({ needs }) => may(needs));
  const shown = () => tabs().find(({ id }) => id === search.show)?.id ?? "log";
  createTitle(() => "Records of the class");

  return (
    <div class="records stack">
      <Show
        when={tabs().length > 0}
        fallback={
          <EmptyState level={1} tone="failed" title="The records are for the course’s instructors">
            What the course holds of you stands under your own pseudonym, at the top of every page.
          </EmptyState>
        }
      >
        <ClassNav course={params.course} role={role()} />
        <h1>Records of {title()}</h1>
        <Tabs
          label="What to see of the records"
          tabs={tabs()}
          shown={shown()}
          onShow={(show) => setSearch({ show }, { replace: true, scroll: false })}
        >
          <Switch>
            <Match when={shown() === "log"}>
              <LogSection course={params.course} />
            </Match>
            <Match when={shown() === "files"}>
              <FilesSection course={params.course} title={title()} />
            </Match>
            <Match when={shown() === "erasure"}>
              <EraseSection course={params.course} />
            </Match>
          </Switch>
        </Tabs>
      </Show>
    </div>
  );
}
