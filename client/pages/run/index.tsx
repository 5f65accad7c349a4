import { useParams } from "@solidjs/router";
import { Match, Switch } from "solid-js";
import { ButtonLink } from "../../parts/button.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createTitle } from "../../parts/title.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { api } from "../../state/api-calls.ts";
import { RunReport } from "./run-report.tsx";

/** One run behind its link, for anyone: what was trained, how it went, and what the server found. */
export function RunPage() {
  const params = useParams<{ token: string }>();
  const [answer, again] = createAnswer(() => params.token, api.runLink);
  const view = () => {
    const now = answer();
    return now.status === "answered" ? now.value : null;
  };
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  createTitle(() => {
    const run = view();
    return run === null ? "Run" : `Run of ${run.pseudonym}`;
  });
  return (
    <Switch
      fallback={
        <div class="stack">
          <h1>Run</h1>
          <StatusLine live>Loading the run.</StatusLine>
        </div>
      }
    >
      <Match when={failure()}>
        {(why) => (
          <div class="stack">
            <h1>Run</h1>
            <FailedAnswer
              failure={why()}
              onAgain={again}
              refused="There is no run behind this link"
              action={
                <ButtonLink kind="primary" href="/lab">
                  Open the lab
                </ButtonLink>
              }
            />
          </div>
        )}
      </Match>
      <Match when={view()}>{(run) => <RunReport run={run()} token={params.token} />}</Match>
    </Switch>
  );
}
