import { createResource, For, Match, Suspense, Switch } from "solid-js";
import type { CellOf } from "../../../../shared/assignment/assignment.ts";
import { type Digits, PIXELS } from "../../../../shared/dataset/digits.ts";
import { Mt19937 } from "../../../../shared/random/mt19937.ts";
import { permutation } from "../../../../shared/random/numpy.ts";
import { DigitImage } from "../../../parts/digit-image.tsx";
import { StatusLine } from "../../../parts/status-line.tsx";
import { loadDigits } from "../../../state/digits.ts";

/** Random examples of the data, with their labels. */
export function DigitsCell(props: { cell: CellOf<"digits"> }) {
  const [digits] = createResource(loadDigits);
  return (
    <div class="digits-cell">
      <Suspense>
        <Switch>
          <Match when={digits.error}>
            {(error) => <StatusLine tone="failed">{String(error().message)}</StatusLine>}
          </Match>
          <Match when={digits()}>
            {(data) => (
              <ul>
                <For each={chooseExamples(data(), props.cell)}>
                  {({ pixels, label }) => (
                    <li>
                      <DigitImage values={pixels} range={[0, 16]} alt={`A handwritten ${label}`} />
                      <span>label {label}</span>
                    </li>
                  )}
                </For>
              </ul>
            )}
          </Match>
        </Switch>
      </Suspense>
    </div>
  );
}

function chooseExamples({ pixels, labels }: Digits, { count, seed }: CellOf<"digits">) {
  return Array.from(permutation(new Mt19937(seed), labels.length).slice(0, count), (example) => ({
    pixels: pixels.subarray(example * PIXELS, (example + 1) * PIXELS),
    label: labels[example] ?? 0,
  }));
}
