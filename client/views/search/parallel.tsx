import { createMemo, createSignal, For, Show } from "solid-js";
import type { Axis } from "./axes.ts";
import { meetAxes } from "./axes.ts";
import { AxisRange } from "./axis-range.tsx";
import { isInside, type Ranges, WHOLE } from "./brush.ts";
import type { Scored } from "./create-search.ts";
import { goodnessOf, INSET } from "./draw-lines.ts";
import { saySettings } from "./findings.ts";
import { type Frame, nearestLine } from "./nearest-line.ts";
import { ParallelCanvas } from "./parallel-canvas.tsx";

/** Parallel coordinates: a line a run, from its settings to its AUROC. */
export function Parallel(props: {
  axes: readonly Axis[];
  scored: readonly Scored[];
  ranges: Ranges;
  read: Scored | null;
  onRanges: (ranges: Ranges) => void;
  onRead: (one: Scored) => void;
}) {
  let frame: Frame = { width: 0, height: 0 };
  const [pointing, setPointing] = createSignal(false);
  const names = () => props.axes.map(({ name }) => name);
  const lines = createMemo(() =>
    props.scored.map((one) => {
      const shares = meetAxes(one, props.axes);
      return { shares, goodness: goodnessOf(one.auroc), isInside: isInside(shares, names(), props.ranges) };
    }),
  );
  /** The runs that the ranges leave in, the best first: the order in which keys go through them. */
  const inside = createMemo(() =>
    props.scored.filter((_, i) => lines()[i]?.isInside).toSorted((a, b) => b.auroc - a.auroc),
  );
  const placeOf = (axis: number) => axis / Math.max(1, props.axes.length - 1);
  const readAt = () => (props.read === null ? null : props.scored.indexOf(props.read));
  const point = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (event.type === "pointermove" && event.buttons !== 0 && event.pointerType === "mouse") return;
    const box = event.currentTarget.getBoundingClientRect();
    const zoom = (box.width - frame.width) / (2 * INSET.x);
    const place = {
      x: event.clientX - box.left - INSET.x * zoom,
      y: event.clientY - box.top - INSET.y * zoom,
    };
    const shown = inside();
    const nearest = nearestLine(
      shown.map((one) => lines()[props.scored.indexOf(one)]?.shares ?? []),
      place,
      frame,
    );
    const one = nearest === null ? undefined : shown[nearest];
    setPointing(one !== undefined);
    if (one !== undefined) props.onRead(one);
  };
  const step = (event: KeyboardEvent) => {
    const last = inside().length - 1;
    const at = props.read === null ? -1 : inside().indexOf(props.read);
    const next = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: last,
    }[event.key];
    const one = next === undefined ? undefined : inside()[Math.min(last, Math.max(0, next))];
    if (one === undefined) return;
    event.preventDefault();
    props.onRead(one);
  };
  const spoken = () =>
    props.read === null
      ? "no run yet"
      : `${saySettings(props.read.settings, props.axes)}: AUROC ${props.read.auroc.toFixed(3)}`;
  return (
    <div class="parallel">
      <div class="parallel-names" aria-hidden="true">
        <For each={props.axes}>
          {({ title }, i) => <span style={{ left: `${100 * placeOf(i())}%` }}>{title}</span>}
        </For>
      </div>
      <div
        class="parallel-frame"
        data-pointing={pointing() ? "" : undefined}
        onPointerMove={point}
        onPointerDown={point}
      >
        <div
          class="parallel-reader"
          role="slider"
          tabIndex={inside().length === 0 ? -1 : 0}
          aria-label="Runs, the best first. Read them with the arrow keys"
          aria-disabled={inside().length === 0}
          aria-valuemin={0}
          aria-valuemax={Math.max(0, inside().length - 1)}
          aria-valuenow={Math.max(0, props.read === null ? 0 : inside().indexOf(props.read))}
          aria-valuetext={spoken()}
          onKeyDown={step}
        >
          <ParallelCanvas
            axes={props.axes}
            lines={lines()}
            read={readAt()}
            onFrame={(size) => {
              frame = size;
            }}
          />
        </div>
        <Show when={props.scored.length > 0}>
          <div class="parallel-axes">
            <For each={props.axes}>
              {(axis, i) => (
                <AxisRange
                  axis={axis}
                  at={placeOf(i())}
                  range={props.ranges[axis.name] ?? WHOLE}
                  onRange={(range) => props.onRanges({ ...props.ranges, [axis.name]: range })}
                />
              )}
            </For>
          </div>
        </Show>
      </div>
    </div>
  );
}
