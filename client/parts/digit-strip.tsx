import { For, Show } from "solid-js";
import { DigitImage } from "./digit-image.tsx";
import { formatLoss } from "./numbers.ts";

/** One example as a strip shows it; all values in the spec's scaling, [64] each. */
export type StripExample = {
  readonly label: number;
  readonly image: Float32Array;
  readonly reconstruction: Float32Array;
  /** The reconstruction error of this example. */
  readonly error: number;
  /** What it was to the training. */
  readonly set?: "train" | "test" | "held out";
};

/**
 * Images above their reconstructions, and below them what is missing: the residual, image minus reconstruction, on a
 * scale that is the same for all of them.
 */
export function DigitStrip(props: {
  examples: readonly StripExample[];
  range: readonly [number, number];
  residuals?: boolean;
  errors?: boolean;
}) {
  const reach = () => {
    const [low, high] = props.range;
    return [(low - high) / 2, (high - low) / 2] as const;
  };
  return (
    <div class="strip">
      <div class="strip-names" aria-hidden="true">
        <span>image</span>
        <span>reconstruction</span>
        <Show when={props.residuals}>
          <span>residual</span>
        </Show>
        <Show when={props.errors}>
          <span class="strip-error">error</span>
        </Show>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
      <ul class="strip-examples" tabIndex={0} aria-label="Images, reconstructions and residuals">
        <For each={props.examples}>
          {(example) => (
            <li class="strip-example">
              <DigitImage
                values={example.image}
                range={props.range}
                alt={`Image of a ${example.label}${example.set === undefined ? "" : `, ${example.set}`}`}
              />
              <DigitImage
                values={example.reconstruction}
                range={props.range}
                alt={`Its reconstruction, error ${formatLoss(example.error)}`}
              />
              <Show when={props.residuals}>
                <DigitImage
                  values={subtract(example.image, example.reconstruction)}
                  range={reach()}
                  ramp="residual"
                  alt="What is missing: image minus reconstruction"
                />
              </Show>
              <Show when={props.errors}>
                <span class="strip-error">
                  {example.error < 100 ? example.error.toFixed(3) : example.error.toExponential(0)}
                </span>
              </Show>
              <Show when={example.set}>
                {(set) => (
                  <span class="strip-set" data-set={set()}>
                    {set()}
                  </span>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}

/** What is missing: the residual of an image. */
export function subtract(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((value, i) => value - (b[i] ?? 0));
}
