import { formatNumber } from "../../parts/numbers.ts";
import type { Axis } from "./axes.ts";
import { type End, moveEnd, type Range, rangeOfDrag, stepEnd } from "./brush.ts";

/** The range of an axis that is looked at: dragged out along the axis, or its two ends moved by hand or by arrow keys. */
export function AxisRange(props: {
  axis: Axis;
  /** Where the axis stands, 0 at the left to 1 at the right. */
  at: number;
  range: Range;
  onRange: (range: Range) => void;
}) {
  let strip: HTMLDivElement | undefined;
  let move: ((share: number) => void) | null = null;

  const shareOf = ({ clientY }: PointerEvent) => {
    const { bottom, height } = strip?.getBoundingClientRect() ?? new DOMRect();
    return (bottom - clientY) / height;
  };
  const begin = (event: PointerEvent & { currentTarget: HTMLElement }, end: End | null) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const from = shareOf(event);
    const before = props.range;
    move = (share) => props.onRange(end === null ? rangeOfDrag(from, share) : moveEnd(before, end, share));
    if (end === null) move(from);
  };
  const drag = (event: PointerEvent) => {
    if (move === null) return;
    event.stopPropagation();
    move(shareOf(event));
  };
  const drop = () => {
    move = null;
  };
  const press = (event: KeyboardEvent, end: End) => {
    const to = stepEnd(props.range[end], event.key, props.axis.stops);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    props.onRange(moveEnd(props.range, end, to));
  };
  /** The nearest marked value inside the range, from this end. */
  const words = (end: End) => {
    const inside = props.axis.ticks.filter(
      ({ share }) => share >= props.range.low && share <= props.range.high,
    );
    const tick = end === "low" ? inside[0] : inside.at(-1);
    return tick === undefined
      ? "nothing inside"
      : `${end === "low" ? "from" : "to"} ${formatNumber(tick.value)}`;
  };
  const handle = (end: End) => (
    <div
      class="parallel-end"
      data-end={end}
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={`${props.axis.title}, ${end === "low" ? "lower" : "upper"} end`}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow={Math.round(100 * props.range[end])}
      aria-valuetext={words(end)}
      style={{ bottom: `${100 * props.range[end]}%` }}
      onKeyDown={(event) => press(event, end)}
      onPointerDown={(event) => begin(event, end)}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={drop}
    />
  );
  return (
    <div
      class="parallel-axis"
      ref={strip}
      style={{ left: `${100 * props.at}%` }}
      data-narrowed={props.range.low > 0 || props.range.high < 1 ? "" : undefined}
      onPointerDown={(event) => begin(event, null)}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={drop}
    >
      <div
        class="parallel-range"
        style={{ bottom: `${100 * props.range.low}%`, top: `${100 * (1 - props.range.high)}%` }}
      />
      {handle("low")}
      {handle("high")}
    </div>
  );
}
