import { type JSX, Match, Switch } from "solid-js";
import type { ApiFailure } from "../state/api.ts";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";

/** In the place of an answer that did not come: why, and the button to ask again. `refused` says what a no means here. */
export function FailedAnswer(props: {
  failure: ApiFailure;
  onAgain: () => void;
  refused: string;
  action?: JSX.Element;
}) {
  return (
    <Switch>
      <Match when={props.failure.reason === "refused"}>
        <EmptyState tone="failed" title={props.refused} action={props.action}>
          {props.failure.message}
        </EmptyState>
      </Match>
      <Match when={props.failure.reason !== "refused"}>
        <EmptyState
          tone="failed"
          title={props.failure.reason === "away" ? "The server is away" : "The answer could not be read"}
          action={
            <>
              <Button kind="primary" onClick={() => props.onAgain()}>
                Try again
              </Button>
              {props.action}
            </>
          }
        >
          {props.failure.message}
        </EmptyState>
      </Match>
    </Switch>
  );
}
