import { useParams, useSearchParams } from "@solidjs/router";
import { Match, Switch } from "solid-js";
import { ClassNav } from "../../parts/class-nav.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import { createTitle } from "../../parts/title.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { api } from "../../state/api-calls.ts";
import { rosterCalls } from "../../state/calls/roster.ts";
import { createMembership } from "../../state/membership.ts";
import { JoiningSection } from "./joining-section.tsx";
import { RosterSection } from "./roster/roster-section.tsx";
import { StaffSection } from "./staff-section.tsx";
import { StudentsSection } from "./students/students-section.tsx";

type Tab = "students" | "roster" | "joining" | "staff";
const TABS: readonly { readonly id: Tab; readonly title: string }[] = [
  { id: "students", title: "Students" },
  { id: "roster", title: "Roster" },
  { id: "joining", title: "Joining" },
  { id: "staff", title: "Staff" },
];

/** Who is in the course and how they came in; for its staff. The address says which part of it is shown. */
export function PeoplePage() {
  const params = useParams<{ course: string }>();
  const [search, setSearch] = useSearchParams<{ show?: string }>();
  const [answer, askMembers] = createAnswer(() => params.course, api.members);
  const [expected, askRoster] = createAnswer(() => params.course, rosterCalls.roster);
  const again = async () => {
    await Promise.all([askMembers(), askRoster()]);
  };
  const { title, role, may } = createMembership(() => params.course);
  const shown = () => TABS.find(({ id }) => id === search.show)?.id ?? "students";
  const list = () => {
    const now = answer();
    return now.status === "answered" ? now.value.members : null;
  };
  const rows = () => {
    const now = expected();
    return now.status === "answered" ? now.value.rows : null;
  };
  const failure = () => {
    const failed = [answer(), expected()].find((one) => one.status === "failed");
    return failed?.status === "failed" ? failed.failure : null;
  };
  const read = () => {
    const [members, expectedRows] = [list(), rows()];
    return members === null || expectedRows === null ? null : { members, rows: expectedRows };
  };
  createTitle(() => "People");

  return (
    <div class="people stack">
      <ClassNav course={params.course} role={role()} />
      <h1>People in {title()}</h1>
      <Switch fallback={<StatusLine live>Loading the people.</StatusLine>}>
        <Match when={failure()}>
          {(why) => (
            <FailedAnswer failure={why()} onAgain={again} refused="The people are for the course’s staff" />
          )}
        </Match>
        <Match when={read()}>
          {(now) => (
            <Tabs
              label="What to see of the people"
              tabs={TABS}
              shown={shown()}
              onShow={(show) => setSearch({ show }, { replace: true, scroll: false })}
            >
              <Switch>
                <Match when={shown() === "students"}>
                  <StudentsSection
                    course={params.course}
                    title={title()}
                    students={now().members.filter(({ role }) => role === "student")}
                    roster={now().rows}
                    mayHelp={may("helpStudents")}
                    mayChangeRoster={may("changeRoster")}
                    onChange={again}
                  />
                </Match>
                <Match when={shown() === "roster"}>
                  <RosterSection
                    course={params.course}
                    rows={now().rows}
                    mayChange={may("changeRoster")}
                    onChange={again}
                  />
                </Match>
                <Match when={shown() === "joining"}>
                  <JoiningSection
                    course={params.course}
                    hasRoster={now().rows.length > 0}
                    mayChange={may("changeJoining")}
                  />
                </Match>
                <Match when={shown() === "staff"}>
                  <StaffSection
                    course={params.course}
                    staff={now().members.filter(({ role }) => role !== "student")}
                    mayManage={may("manageStaff")}
                    onChange={again}
                  />
                </Match>
              </Switch>
            </Tabs>
          )}
        </Match>
      </Switch>
    </div>
  );
}
