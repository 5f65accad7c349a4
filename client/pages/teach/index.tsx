import { useParams, useSearchParams } from "@solidjs/router";
import { createEffect, Match, on, onCleanup, Show, Switch } from "solid-js";
import { Button, ButtonLink } from "../../parts/button.tsx";
import { ClassNav } from "../../parts/class-nav.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createTitle } from "../../parts/title.ts";
import { createClass } from "../../state/live/create-class.ts";
import { createMembership } from "../../state/membership.ts";
import { view as look, setView } from "../../state/view.ts";
import { ClassOverview } from "./class-view.tsx";
import { LivenessLine } from "./liveness-line.tsx";

/** The whole class at a glance, live; for its staff. */
export function TeachPage() {
  const params = useParams<{ course: string }>();
  const [search, setSearch] = useSearchParams<{ projector?: string }>();
  const watched = createClass(() => params.course);
  const { title, role } = createMembership(() => params.course);
  const projected = () => search.projector !== undefined;
  const shown = () => {
    const now = watched.state();
    return now.status === "shown" ? now.view : null;
  };
  const failure = () => {
    const now = watched.state();
    return now.status === "failed" ? now.failure : null;
  };
  createTitle(() => "Class");
  createEffect(
    on(projected, (isProjected) => {
      if (!isProjected) return;
      const before = look().size;
      setView({ ...look(), size: "projector" });
      onCleanup(() => setView({ ...look(), size: before }));
    }),
  );

  return (
    <div class="teach stack" data-projected={projected() ? "" : undefined}>
      <Show when={!projected()}>
        <ClassNav course={params.course} role={role()} />
      </Show>
      <header class="teach-head">
        <h1>{shown()?.title ?? title()}</h1>
        <Show when={shown() !== null}>
          <LivenessLine liveness={watched.liveness()} />
          <Button
            aria-pressed={projected()}
            onClick={() =>
              setSearch({ projector: projected() ? null : "on" }, { replace: true, scroll: false })
            }
          >
            {projected() ? "Leave the projector view" : "Projector view, without names"}
          </Button>
        </Show>
      </header>
      <Switch fallback={<StatusLine live>Loading the class.</StatusLine>}>
        <Match when={watched.state().status === "ended"}>
          <EmptyState
            tone="failed"
            title="Your session has ended"
            action={
              <ButtonLink kind="primary" href="/sign-in">
                Sign in
              </ButtonLink>
            }
          >
            It was ended on another page, or you are not on the staff of this course any more. What the page
            showed was taken away. Open your private sign-in link to watch the class again.
          </EmptyState>
        </Match>
        <Match when={failure()}>
          {(why) => (
            <FailedAnswer
              failure={why()}
              onAgain={watched.again}
              refused="The class is for the course’s staff"
            />
          )}
        </Match>
        <Match when={shown()}>
          {(view) => (
            <ClassOverview
              course={params.course}
              view={view()}
              here={watched.here()}
              serverTime={watched.serverTime}
              projected={projected()}
            />
          )}
        </Match>
      </Switch>
    </div>
  );
}
