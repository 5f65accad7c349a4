import { For, Show } from "solid-js";
import type { Trial } from "../../../shared/api/boards.ts";
import { formatNumber, plural } from "../../parts/numbers.ts";
import type { TrialState } from "./create-trial.ts";

/** How many of the stored runs a rule would rank, and why it would not rank the others. */
export function TrialResult(props: { state: TrialState; isWhole: boolean }) {
  const failure = () => (props.state.status === "failed" ? props.state.message : null);
  return (
    <section class="trial" aria-labelledby="trial" aria-busy={props.state.status === "asking"}>
      <h3 id="trial">What it ranks of the runs that are there</h3>
      <div role="status">
        <Show
          when={failure()}
          fallback={
            <p>
              {props.isWhole
                ? say(props.state.last)
                : "The rule is tried again once the field above is put right."}
            </p>
          }
        >
          {(why) => <p class="failed-words">Not tried: {why()}</p>}
        </Show>
      </div>
      <ul class="trial-others">
        <For each={props.isWhole ? (props.state.last?.others ?? []) : []}>
          {({ why, runs }) => (
            <li>
              <b>{formatNumber(runs)}</b> <span>{why}</span>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

function say(trial: Trial | null): string {
  if (trial === null) return "Trying the rule on the runs that are there.";
  if (trial.runs === 0) return "The course has no runs yet; those that come in are judged as they come.";
  const { counting, runs, seats } = trial;
  return `${formatNumber(counting)} of ${plural(runs, "run")} would count, of ${plural(seats, "seat")}.${counting === runs ? "" : " The others would not:"}`;
}
