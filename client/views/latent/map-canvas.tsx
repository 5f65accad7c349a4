import { createEffect, createMemo, createSignal, onCleanup, onMount } from "solid-js";
import { readLook, resolveColor } from "../../plot/look.ts";
import { look as viewLook } from "../../state/view.ts";
import { drawOverlay, drawPoints, type MapLook, type Overlay } from "./draw-map.ts";
import type { Direction } from "./find-points.ts";
import { type MapScale, type Point, scaleOf } from "./map-points.ts";

/** What a pointer or a key does on the map, in codes. `pixel` is how long a px is there. */
export type MapGesture =
  | { readonly kind: "hover" | "down" | "drag" | "up"; readonly at: Point; readonly pixel: number }
  | { readonly kind: "step"; readonly direction: Direction; readonly isWide: boolean; readonly pixel: number }
  | { readonly kind: "escape" };

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};

/** The points on one canvas, and over it another for what moves: a drag draws no point anew. */
export function MapCanvas(props: {
  points: Float32Array;
  labels: Uint8Array;
  shown: Uint8Array;
  overlay: Overlay;
  label: string;
  describedBy: string;
  /** Whether a finger on the map draws, so that the page must not scroll below it. */
  isDrawnOn: boolean;
  onGesture: (gesture: MapGesture) => void;
}) {
  let host: HTMLDivElement | undefined;
  let ground: HTMLCanvasElement | undefined;
  let above: HTMLCanvasElement | undefined;
  const [side, setSide] = createSignal(0);
  const scale = createMemo(() => scaleOf(props.points, side()));
  // Read when it is painted: only then do the tokens have the theme's values.
  let known: { readonly theme: string; readonly look: MapLook } | null = null;
  const readKnown = (element: HTMLElement, theme: string): MapLook => {
    if (known?.theme !== theme) known = { theme, look: readMapLook(element) };
    return known.look;
  };

  onMount(() => {
    if (host === undefined) return;
    const element = host;
    const observer = new ResizeObserver(() => setSide(element.clientWidth));
    observer.observe(element);
    onCleanup(() => observer.disconnect());
  });

  let groundFrame = 0;
  let aboveFrame = 0;
  onCleanup(() => {
    cancelAnimationFrame(groundFrame);
    cancelAnimationFrame(aboveFrame);
  });
  createEffect(() => {
    const [now, theme] = [scale(), viewLook()];
    const { points, labels, shown } = props;
    cancelAnimationFrame(groundFrame);
    groundFrame = requestAnimationFrame(() => {
      const context = ground === undefined ? null : openContext(ground, now.side);
      if (context === null || host === undefined) return;
      drawPoints(context, { points, labels, shown, scale: now, look: readKnown(host, theme) });
    });
  });
  createEffect(() => {
    const [now, theme, overlay] = [scale(), viewLook(), props.overlay];
    cancelAnimationFrame(aboveFrame);
    aboveFrame = requestAnimationFrame(() => {
      const context = above === undefined ? null : openContext(above, now.side);
      if (context === null || host === undefined) return;
      drawOverlay(context, overlay, { scale: now, look: readKnown(host, theme) });
    });
  });

  const pixel = () => lengthOfPixel(scale());
  const place = (event: PointerEvent): Point => {
    const box = ground?.getBoundingClientRect();
    return scale().toCode({ x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) });
  };
  const press = (event: PointerEvent) => {
    if (!event.isPrimary || event.button !== 0) return;
    if (props.isDrawnOn) host?.setPointerCapture(event.pointerId);
    props.onGesture({ kind: "down", at: place(event), pixel: pixel() });
  };
  const move = (event: PointerEvent) => {
    if (!event.isPrimary) return;
    const kind = event.buttons === 0 ? "hover" : "drag";
    props.onGesture({ kind, at: place(event), pixel: pixel() });
  };
  const lift = (event: PointerEvent) => {
    if (event.isPrimary) props.onGesture({ kind: "up", at: place(event), pixel: pixel() });
  };
  const key = (event: KeyboardEvent) => {
    const direction = ARROWS[event.key];
    if (event.key === "Escape") return props.onGesture({ kind: "escape" });
    if (direction === undefined) return;
    event.preventDefault();
    props.onGesture({ kind: "step", direction, isWide: event.shiftKey, pixel: pixel() });
  };
  return (
    <div
      class="latent-map"
      ref={host}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a map that arrow keys move on
      tabIndex={0}
      role="application"
      aria-label={props.label}
      aria-describedby={props.describedBy}
      data-drawn={props.isDrawnOn}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={lift}
      onPointerCancel={lift}
      onKeyDown={key}
    >
      <canvas ref={ground} />
      <canvas class="latent-above" ref={above} />
    </div>
  );
}

/** A context in px on a canvas with as many pixels as the screen has there. */
function openContext(canvas: HTMLCanvasElement, side: number): CanvasRenderingContext2D | null {
  const dots = Math.round(side * devicePixelRatio);
  if (canvas.width !== dots) {
    canvas.width = dots;
    canvas.height = dots;
  }
  const context = canvas.getContext("2d");
  context?.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  return context;
}

function readMapLook(host: HTMLElement): MapLook {
  const { ink, grid, surface, zoom } = readLook(host);
  return {
    ...{ ink, surface, line: grid, accent: resolveColor(host, "var(--accent)") },
    digits: Array.from({ length: 10 }, (_, digit) => resolveColor(host, `var(--digit-${digit})`)),
    font: `600 ${Math.round(11 * zoom)}px ${getComputedStyle(host).fontFamily}`,
  };
}

function lengthOfPixel({ reach: { x }, side }: MapScale): number {
  return (x[1] - x[0]) / Math.max(1, side);
}
