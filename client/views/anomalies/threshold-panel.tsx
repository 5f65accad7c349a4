import { formatNumber } from "../../parts/numbers.ts";
import type { Panel, PanelLayout } from "./panel.ts";
import { toScore } from "./panel.ts";
import { PanelCanvas } from "./panel-canvas.tsx";

const STEPS = 200;
const PAGE = 20; // steps

/** A panel whose threshold is dragged, touched, or moved by arrow keys. */
export function ThresholdPanel(props: {
  panel: Panel;
  threshold: number;
  /** What the threshold does, in words. */
  spoken: string;
  onThreshold: (score: number) => void;
}) {
  let layout: PanelLayout | null = null;
  const end = () => props.panel.edges.at(-1) ?? 1;
  const follow = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (layout === null || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left } = event.currentTarget.getBoundingClientRect();
    props.onThreshold(toScore(event.clientX - left, end(), layout));
  };
  const grasp = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    follow(event);
  };
  const step = (event: KeyboardEvent) => {
    const steps = {
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      PageDown: -PAGE,
      PageUp: PAGE,
      Home: -STEPS,
      End: STEPS,
    }[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    const next = props.threshold + (steps * end()) / STEPS;
    props.onThreshold(Math.min(end(), Math.max(0, next)));
  };
  return (
    <div
      class="bench-slider"
      role="slider"
      tabIndex={0}
      aria-label="Threshold: scores at or above it raise an alarm"
      aria-valuemin={0}
      aria-valuemax={end()}
      aria-valuenow={props.threshold}
      aria-valuetext={`${formatNumber(props.threshold)}: ${props.spoken}`}
      onPointerDown={grasp}
      onPointerMove={follow}
      onKeyDown={step}
    >
      <PanelCanvas
        panel={props.panel}
        threshold={{ score: props.threshold, isHeld: true }}
        onLayout={(at) => {
          layout = at;
        }}
      />
    </div>
  );
}
