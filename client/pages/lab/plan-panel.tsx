import { For, Show } from "solid-js";
import { Button } from "../../parts/button.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import { plural } from "../../parts/numbers.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { ProgressBar } from "../../parts/training-progress.tsx";
import { buildLabLink } from "../../state/lab-link.ts";
import type { Lab } from "./create-lab.ts";
import { EngineField } from "./engine-field.tsx";
import { SpecForm } from "./spec-form.tsx";

/** What to train, what it differs in from the course, and the button that trains it. */
export function PlanPanel(props: { lab: Lab }) {
  const { draft, specs } = props.lab;
  const link = () => {
    const sweep = draft.sweep();
    return sweep === null ? "" : new URL(buildLabLink(sweep), location.href).href;
  };
  return (
    <section class="plan" aria-labelledby="plan">
      <h1 id="plan">What to train</h1>
      <Show when={draft.brokenLink()}>
        {(message) => (
          <StatusLine tone="failed" live>
            This link cannot be trained: {message()}. Below is the course's own spec instead.
          </StatusLine>
        )}
      </Show>
      <Show when={specs()} fallback={<p class="plan-waiting muted">Asking the server for the specs</p>}>
        {(list) => (
          <Show when={draft.sweep()}>
            {(sweep) => (
              <>
                <SpecForm specs={list()} draft={draft} sweep={sweep()} />
                <EngineField lab={props.lab} />
                <Differences lab={props.lab} />
                <div class="row">
                  <CopyButton label="Copy as JSON" text={() => JSON.stringify(sweep(), null, 2)} />
                  <CopyButton label="Copy as link" text={link} />
                </div>
                <Show when={list().from === "built in"}>
                  <StatusLine tone="muted">
                    The server is away, so these are the specs that come with the lab. Training works as ever.
                  </StatusLine>
                </Show>
              </>
            )}
          </Show>
        )}
      </Show>
      <TrainButtons lab={props.lab} />
    </section>
  );
}

function Differences(props: { lab: Lab }) {
  const { draft } = props.lab;
  return (
    <Show
      when={draft.differences().length > 0}
      fallback={<p class="plan-same muted">The course's own spec, unchanged.</p>}
    >
      <div class="plan-differs">
        <p>Differs from {draft.from()?.title}:</p>
        <ul>
          <For each={draft.differences()}>{(difference) => <li>{difference}</li>}</For>
        </ul>
        <Button
          kind="quiet"
          onClick={() => {
            const from = draft.from();
            if (from !== null) draft.pick(from);
          }}
        >
          Back to the course's
        </Button>
      </div>
    </Show>
  );
}

function TrainButtons(props: { lab: Lab }) {
  const { lab } = props;
  const status = () => lab.training.state().status;
  const label = () => {
    if (status() === "training") return "Pause";
    if (status() === "paused") return "Resume";
    return status() === "starting" ? "Starting" : `Train ${plural(lab.draft.runs().length, "model")}`;
  };
  return (
    <div class="plan-actions">
      <ProgressBar state={lab.training.state()} />
      <Button
        kind="primary"
        size="large"
        class="plan-train"
        disabled={!lab.isBusy() && !lab.draft.isReady()}
        onClick={lab.go}
      >
        {label()}
      </Button>
      <Button size="large" disabled={!lab.isBusy()} onClick={lab.stop}>
        Stop
      </Button>
      <p class="plan-keys muted">
        <kbd>Ctrl</kbd> <kbd>Enter</kbd> trains, pauses and resumes; <kbd>Esc</kbd> stops
      </p>
    </div>
  );
}
