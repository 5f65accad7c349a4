import { createSignal, For } from "solid-js";
import type { Digits } from "../../../shared/dataset/digits.ts";
import { LABELS } from "../../../shared/dataset/digits.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { Button } from "../../parts/button.tsx";
import { filterExamples, filtersOf } from "../reconstructions/choose-examples.ts";

/** What the pad may begin with in place of a drawing: an image of the data, another at each press, or random data. */
export function StartFrom(props: {
  spec: ExperimentSpec;
  digits: Digits;
  onExample: (place: number) => void;
  onRandom: () => void;
}) {
  const [taken, setTaken] = createSignal<ReadonlyMap<number, number>>(new Map());
  const take = (digit: number) => {
    const { split } = props.spec.dataset;
    const sets = filtersOf(split)[0]?.sets ?? [];
    const places = filterExamples(split, props.digits.labels, { sets, digit });
    const next = taken().get(digit) ?? 0;
    setTaken(new Map(taken()).set(digit, next + 1));
    const place = places[next % places.length];
    if (place !== undefined) props.onExample(place);
  };
  return (
    <fieldset class="pad-start">
      <legend>Take a digit from the data; press again for another one</legend>
      <div class="pad-digits">
        <For each={LABELS}>
          {(digit) => (
            <Button kind="quiet" aria-label={`Take a ${digit} from the data`} onClick={() => take(digit)}>
              {digit}
            </Button>
          )}
        </For>
        <Button kind="quiet" onClick={props.onRandom}>
          random data
        </Button>
      </div>
    </fieldset>
  );
}
