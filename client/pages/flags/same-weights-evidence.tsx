import { createSignal, For, Show } from "solid-js";
import type { EvidenceOf } from "../../../shared/api/flags.ts";
import { listDifferences } from "../../parts/differences.ts";
import { Field } from "../../parts/field.tsx";
import { describeModel } from "../../parts/model-words.ts";
import { RunColumns } from "./run-columns.tsx";
import { sayReason } from "./words.ts";

/** Both students' runs of the same weights, side by side; one pair at a time where they share several. */
export function SameWeightsEvidence(props: { evidence: EvidenceOf<"sameWeights"> }) {
  const [at, setAt] = createSignal(0);
  const pair = () => props.evidence.pairs[at()] ?? props.evidence.pairs[0] ?? null;
  return (
    <Show when={pair()}>
      {(shown) => {
        const differences = () => {
          const sweep = (spec: ReturnType<typeof shown>["first"]["spec"]) => ({
            spec,
            widths: [],
            seeds: [],
          });
          return listDifferences(sweep(shown().later.spec), sweep(shown().first.spec));
        };
        return (
          <>
            <Show when={props.evidence.pairs.length > 1}>
              <div class="flag-pick">
                <Field label={`Weights that both have (${props.evidence.pairs.length})`}>
                  {(control) => (
                    <select {...control()} onChange={(event) => setAt(event.currentTarget.selectedIndex)}>
                      <For each={props.evidence.pairs}>
                        {({ first }, i) => (
                          <option selected={i() === at()}>
                            {describeModel({ spec: first.spec, widths: [], seeds: [] })}, weights{" "}
                            {first.weightsHash.slice(0, 8)}
                          </option>
                        )}
                      </For>
                    </select>
                  )}
                </Field>
              </div>
            </Show>
            <p>
              These weights are the same in both runs, {sayReason(shown().reason)}.{" "}
              <Show
                when={differences().length > 0}
                fallback={`Both say the same settings and seed ${shown().first.spec.seed}.`}
              >
                The later run says: {differences().join("; ")}.
              </Show>
            </p>
            <RunColumns caption="Both runs of the same weights" runs={[shown().first, shown().later]} />
          </>
        );
      }}
    </Show>
  );
}
