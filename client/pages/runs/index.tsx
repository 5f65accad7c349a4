import { useParams } from "@solidjs/router";
import { createEffect, createMemo, on, Show } from "solid-js";
import { createTitle } from "../../parts/title.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { api } from "../../state/api-calls.ts";
import { createMembership } from "../../state/membership.ts";
import { createOutbox } from "../../state/outbox.ts";
import { CourseRuns } from "./course-runs.tsx";
import { RunsHere } from "./runs-here.tsx";

/** The runs that the course has, and those of this browser that are not there. */
export function RunsPage() {
  const params = useParams<{ course: string }>();
  const outbox = createOutbox();
  const [answer, again] = createAnswer(() => params.course, api.runs);
  const { membership, may } = createMembership(() => params.course);
  const seesEveryone = () => may("seeEveryone");
  const sentCount = createMemo(() => outbox.runs().filter(({ state }) => state.status === "sent").length);
  const hereCount = () => outbox.runs().length - sentCount();
  createEffect(on(sentCount, () => outbox.ready() && again(), { defer: true }));
  createTitle(() => "Runs");

  return (
    <div class="runs stack">
      <h1>
        {seesEveryone() ? "All runs" : "Your runs"}
        <Show when={membership()}>{(one) => ` in ${one().title}`}</Show>
      </h1>
      <RunsHere />
      <CourseRuns answer={answer()} everyone={seesEveryone()} here={hereCount()} onAgain={again} />
    </div>
  );
}
