import { createMemo, For } from "solid-js";
import { formatTick } from "../../plot/ticks.ts";
import type { ErrorGroup } from "./error-groups.ts";
import { buildErrorScale, outlineOf } from "./error-scale.ts";

/** An error among the errors of images, on a small logarithmic scale: how many lie where, and a needle at this one. */
export function StandingScale(props: {
  groups: readonly ErrorGroup[];
  error: number;
  /** The mean error of random data, marked beside them. */
  random: number;
}) {
  const scale = createMemo(() => buildErrorScale(props.groups, [props.random]));
  const x = (value: number) => 100 * scale().toShare(value);
  return (
    <div class="pad-scale" aria-hidden="true">
      <svg class="pad-scale-drawing" viewBox="0 0 100 100" preserveAspectRatio="none">
        <title>Errors</title>
        <For each={props.groups}>
          {({ meaning }, i) => (
            <path
              class="pad-heap"
              data-meaning={meaning}
              style={{ color: `var(--${meaning})` }}
              d={outlineOf(scale().heights[i()] ?? [])}
            />
          )}
        </For>
        <path class="pad-random" d={`M${x(props.random)} 0V100`} />
        <path class="pad-needle" d="M0 0V100" style={{ transform: `translateX(${x(props.error)}px)` }} />
      </svg>
      <div class="pad-ticks">
        <For each={scale().ticks}>
          {(tick) => <span style={{ left: `${x(tick)}%` }}>{formatTick(tick)}</span>}
        </For>
      </div>
      <ul class="pad-legend">
        <For each={props.groups}>
          {({ name, meaning }) => (
            <li>
              <span class="pad-swatch" data-meaning={meaning} style={{ color: `var(--${meaning})` }} />
              {name}
            </li>
          )}
        </For>
        <li>
          <span class="pad-swatch" data-meaning="random" />
          random data, mean
        </li>
        <li>
          <span class="pad-swatch" data-meaning="needle" />
          this image
        </li>
      </ul>
    </div>
  );
}
