import { useParams, useSearchParams } from "@solidjs/router";
import { createEffect, Match, Switch } from "solid-js";
import { type Capability, can } from "../../../shared/access/can.ts";
import { ClassNav } from "../../parts/class-nav.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import { createTitle } from "../../parts/title.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { api } from "../../state/api-calls.ts";
import { createCourse } from "../../state/course.ts";
import { JoiningSection } from "./joining-section.tsx";
import { StaffSection } from "./staff-section.tsx";
import { StudentsSection } from "./students-section.tsx";

type Tab = "students" | "joining" | "staff";
const TABS: readonly { readonly id: Tab; readonly title: string }[] = [
  { id: "students", title: "Students" },
  { id: "joining", title: "Joining" },
  { id: "staff", title: "Staff" },
];

/** Who is in the course and how they came in; for its staff. The address says which part of it is shown. */
export function PeoplePage() {
  const params = useParams<{ course: string }>();
  const [search, setSearch] = useSearchParams<{ show?: string }>();
  const courses = createCourse();
  const [answer, again] = createAnswer(() => params.course, api.members);
  const membership = () =>
    courses.list().find((one) => one.membership.course === params.course)?.membership ?? null;
  const title = () => membership()?.title ?? params.course;
  const role = () => membership()?.member.role ?? "student";
  const may = (capability: Capability) => can(role(), capability);
  const shown = () => TABS.find(({ id }) => id === search.show)?.id ?? "students";
  const list = () => {
    const now = answer();
    return now.status === "answered" ? now.value.members : null;
  };
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  createEffect(() => courses.use(params.course));
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
        <Match when={list()}>
          {(members) => (
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
                    students={members().filter(({ role }) => role === "student")}
                    mayHelp={may("helpStudents")}
                    onChange={again}
                  />
                </Match>
                <Match when={shown() === "joining"}>
                  <JoiningSection course={params.course} mayChange={may("changeJoining")} />
                </Match>
                <Match when={shown() === "staff"}>
                  <StaffSection
                    course={params.course}
                    staff={members().filter(({ role }) => role !== "student")}
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
