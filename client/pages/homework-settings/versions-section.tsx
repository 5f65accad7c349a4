import { A } from "@solidjs/router";
import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { VersionSummary } from "../../../shared/api/homework.ts";
import { Button } from "../../parts/button.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { When } from "../../parts/when.tsx";
import { createAnswer } from "../../state/api-answer.ts";
import { homeworkCalls } from "../../state/calls/homework.ts";
import { VersionReader } from "./version-reader.tsx";

/** The versions of the homework, newest first: what changed in each, and reading one. */
export function VersionsSection(props: { course: string; mayChange: boolean }) {
  const [answer, again] = createAnswer(() => props.course, homeworkCalls.versions);
  const [read, setRead] = createSignal<number | null>(null);
  const list = () => {
    const now = answer();
    return now.status === "answered" ? now.value.versions : null;
  };
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  return (
    <section class="stack" aria-labelledby="versions">
      <h2 id="versions">What is asked</h2>
      <p>
        <A href={`/c/${props.course}/hw`}>See it as students do</A>
        <Show when={props.mayChange}>
          , or <A href={`/c/${props.course}/homework/edit`}>edit what it asks</A>
        </Show>
        .
      </p>
      <Switch fallback={<StatusLine tone="muted">Loading the versions.</StatusLine>}>
        <Match when={failure()}>
          {(why) => <FailedAnswer failure={why()} onAgain={again} refused="The versions are for the staff" />}
        </Match>
        <Match when={list()}>
          {(versions) => (
            <ol class="versions">
              <For each={versions()}>
                {(one, i) => (
                  <li>
                    <div class="version-line">
                      <b>Version {one.version}</b>
                      <Show when={i() === 0}>
                        <span class="version-present">the present one</span>
                      </Show>
                      <span class="muted">
                        <Made one={one} />
                      </span>
                      <Button
                        kind="quiet"
                        aria-expanded={read() === one.version}
                        aria-label={`${read() === one.version ? "Close" : "Read"} version ${one.version}`}
                        onClick={() => setRead(read() === one.version ? null : one.version)}
                      >
                        {read() === one.version ? "Close" : "Read"}
                      </Button>
                    </div>
                    <p>{sayWhat(one)}</p>
                    <Show when={read() === one.version}>
                      <VersionReader course={props.course} version={one.version} />
                    </Show>
                  </li>
                )}
              </For>
            </ol>
          )}
        </Match>
      </Switch>
    </section>
  );
}

function Made(props: { one: VersionSummary }) {
  return (
    <>
      <Show when={props.one.at}>
        {(at) => (
          <>
            <When at={at()} />
            {props.one.by === null ? "" : ` by ${props.one.by}`},{" "}
          </>
        )}
      </Show>
      {sayHandedIn(props.one.submissions)}
    </>
  );
}

function sayHandedIn(times: number): string {
  if (times === 0) return "never handed in";
  return times === 1 ? "handed in once" : `handed in ${times} times`;
}

function sayWhat({ version, summary }: VersionSummary): string {
  if (version === 1) return "The built-in homework.";
  return summary === "" ? "What changed was not written down." : `Changed: ${summary}.`;
}
