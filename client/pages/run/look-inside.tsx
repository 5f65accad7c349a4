import { useSearchParams } from "@solidjs/router";
import { createResource, Match, Switch } from "solid-js";
import type { RunView } from "../../../shared/api/runs.ts";
import { formatComplaint } from "../../../shared/explain.ts";
import { decodeSafetensors } from "../../../shared/model/safetensors.ts";
import { failure, success } from "../../../shared/result.ts";
import { Button } from "../../parts/button.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { api } from "../../state/api-calls.ts";
import { loadDigits } from "../../state/digits.ts";
import { RunViews } from "../../views/run-views.tsx";
import type { ViewProps } from "../../views/viewed-run.ts";

/** What the run's model learned, from weights that are fetched and run here. */
export function LookInside(props: { run: RunView; token: string }) {
  // In the address, so that a link leads to what one was shown.
  const [search, setSearch] = useSearchParams<{ view?: string }>();
  const [read, { refetch }] = createResource(
    () => props.token,
    (token) => readViewed(props.run, token).catch((error: unknown) => failure(sayError(error))),
  );
  const viewed = () => {
    const found = read.loading ? undefined : read();
    return found?.ok ? found.value : null;
  };
  const problem = () => {
    const found = read.loading ? undefined : read();
    return found === undefined || found.ok ? null : found.error;
  };
  return (
    <section class="run-images stack" aria-labelledby="look-inside">
      <h2 id="look-inside">What did it learn?</h2>
      <Switch fallback={<StatusLine tone="muted">Loading the weights and the digits.</StatusLine>}>
        <Match when={problem()}>
          {(why) => (
            <div class="stack">
              <StatusLine tone="failed">The model cannot be looked into: {why()}</StatusLine>
              <div class="row">
                <Button onClick={() => void refetch()}>Try again</Button>
              </div>
            </div>
          )}
        </Match>
        <Match when={viewed()}>
          {(found) => (
            <RunViews
              {...found()}
              asked={search.view}
              onShow={(view) => setSearch({ view }, { replace: true, scroll: false })}
            />
          )}
        </Match>
      </Switch>
    </section>
  );
}

async function readViewed({ spec, history, metrics }: RunView, token: string) {
  const [bytes, digits] = await Promise.all([api.runLinkWeights(token), loadDigits()]);
  if (!bytes.ok) return failure(bytes.error.message);
  const weights = decodeSafetensors(spec.model.layers, bytes.value);
  if (!weights.ok) return failure(formatComplaint(weights.error));
  const { trainLoss } = history;
  const run = { key: token, name: "this run", spec, weights: weights.value, trainLoss, metrics };
  return success<ViewProps>({ run, runs: [run], digits });
}

function sayError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
