import { createSignal, For, Show } from "solid-js";
import { MAX_SEED } from "../../../shared/limits.ts";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";

const COUNTS = [12, 24, 48, 96] as const;
const SEEDS = /^\d{1,10}$/;

/** How many runs to draw, from which seed, and the button that trains them or stops. */
export function SearchForm(props: {
  isBusy: boolean;
  onStart: (asked: { readonly count: number; readonly seed: number }) => void;
  onStop: () => void;
}) {
  const [count, setCount] = createSignal<number>(24);
  const [seed, setSeed] = createSignal("0");
  const complaint = () =>
    SEEDS.test(seed()) && Number(seed()) <= MAX_SEED
      ? null
      : `expected a whole number from 0 to ${MAX_SEED}, got ${seed() === "" ? "nothing" : seed()}`;
  return (
    <div class="search-form">
      <Field label="Runs">
        {(control) => (
          <select
            {...control()}
            disabled={props.isBusy}
            onChange={(event) => setCount(Number(event.currentTarget.value))}
          >
            <For each={COUNTS}>
              {(one) => (
                <option value={one} selected={one === count()}>
                  {one}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
      <Field label="Seed of the draw" complaint={complaint()}>
        {(control) => (
          <input
            {...control()}
            inputmode="numeric"
            value={seed()}
            disabled={props.isBusy}
            onInput={(event) => setSeed(event.currentTarget.value.trim())}
          />
        )}
      </Field>
      <Show
        when={props.isBusy}
        fallback={
          <Button
            kind="primary"
            disabled={complaint() !== null}
            onClick={() => props.onStart({ count: count(), seed: Number(seed()) })}
          >
            Search {count()} runs
          </Button>
        }
      >
        <Button onClick={props.onStop}>Stop</Button>
      </Show>
    </div>
  );
}
