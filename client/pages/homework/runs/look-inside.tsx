import { createMemo, createResource, createSignal, Show } from "solid-js";
import type { Attempt } from "../../../../shared/assignment/answers.ts";
import { Segments } from "../../../parts/segments.tsx";
import { StatusLine } from "../../../parts/status-line.tsx";
import { loadDigits } from "../../../state/digits.ts";
import { RunViews } from "../../../views/run-views.tsx";
import type { ViewedRun } from "../../../views/viewed-run.ts";
import type { Contents } from "./create-contents.ts";
import { nameRun } from "./name-run.ts";

/** What the models of an attempt learned, and beside them those of the attempt that it is compared with. */
export function LookInside(props: { shown: Attempt; compared: Attempt | null; contents: Contents }) {
  const [digits] = createResource(loadDigits);
  const [pickedKey, setPickedKey] = createSignal<string | null>(null);
  const runs = createMemo(() =>
    [props.shown, props.compared].flatMap((attempt) => {
      const beside = attempt === props.shown ? "" : `, ${attempt?.name ?? ""}`;
      return (attempt?.runs ?? []).flatMap((run): readonly ViewedRun[] => {
        const contents = props.contents.whole(run.id);
        if (contents === null) return [];
        const { spec, metrics } = run;
        const { weights, history } = contents;
        const name = `${nameRun(spec, run.width)}${beside}`;
        return [{ key: run.id, name, spec, weights, metrics, trainLoss: history.trainLoss }];
      });
    }),
  );
  const picked = () => runs().find(({ key }) => key === pickedKey()) ?? runs()[0] ?? null;
  return (
    <div class="stack">
      <Show when={runs().length > 1}>
        <Segments
          label="Which model"
          choices={runs()}
          chosen={picked()}
          onChoose={({ key }) => setPickedKey(key)}
          name={({ name }) => name}
        />
      </Show>
      <Show when={digits()} fallback={<StatusLine tone="muted">Loading the digits.</StatusLine>}>
        {(loaded) => (
          <Show
            when={picked()}
            fallback={<StatusLine tone="muted">The weights of this attempt are not here.</StatusLine>}
          >
            {(run) => <RunViews run={run()} runs={runs()} digits={loaded()} />}
          </Show>
        )}
      </Show>
    </div>
  );
}
