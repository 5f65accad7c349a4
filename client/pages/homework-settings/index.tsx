import { useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { ClassNav } from "../../parts/class-nav.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { createTitle } from "../../parts/title.ts";
import { answerOf, createAnswer, failureOf } from "../../state/api-answer.ts";
import { api } from "../../state/api-calls.ts";
import { homeworkCalls } from "../../state/calls/homework.ts";
import { createMembership } from "../../state/membership.ts";
import { ExtensionsSection } from "./extensions-section.tsx";
import { ScheduleSection } from "./schedule-section.tsx";
import { VersionsSection } from "./versions-section.tsx";

/** What a course's homework asks and when it is due; for its staff. */
export function HomeworkSettingsPage() {
  const params = useParams<{ course: string }>();
  const [schedule, askSchedule] = createAnswer(() => params.course, homeworkCalls.schedule);
  const [people] = createAnswer(() => params.course, api.members);
  const { title, role, may } = createMembership(() => params.course);
  const members = () => {
    const now = people();
    return now.status === "answered" ? now.value.members : [];
  };
  const view = () => answerOf(schedule());
  const refused = () => failureOf(schedule());
  createTitle(() => "Homework of the class");

  return (
    <div class="homework-settings stack">
      <ClassNav course={params.course} role={role()} />
      <h1>Homework of {title()}</h1>
      <Show
        when={refused()}
        fallback={
          <>
            <ScheduleSection
              course={params.course}
              view={view()}
              mayChange={may("changeHomework")}
              again={askSchedule}
            />
            <ExtensionsSection
              course={params.course}
              zone={view()?.zone ?? "UTC"}
              members={members()}
              mayChange={may("changeHomework")}
            />
            <VersionsSection course={params.course} mayChange={may("changeHomework")} />
          </>
        }
      >
        {(why) => (
          <FailedAnswer
            failure={why()}
            onAgain={askSchedule}
            refused="The homework is set by the course’s staff"
          />
        )}
      </Show>
    </div>
  );
}
