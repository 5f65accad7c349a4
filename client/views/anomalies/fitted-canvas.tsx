import { createEffect, createSignal, onCleanup, onMount } from "solid-js";
import { type Look, readLook, resolveColor } from "../../plot/look.ts";
import { look as viewLook } from "../../state/view.ts";
import type { Ink } from "./panel-shapes.ts";

/** What is known of a canvas when it is painted; it counts in CSS px, and `zoom` is that of its look. */
export type Surface = {
  readonly width: number;
  /** What palettes are kept under. */
  readonly theme: string;
  readonly look: Look & { readonly colors: Readonly<Record<Ink, string>> };
};

export type Paint = (context: CanvasRenderingContext2D, surface: Surface) => void;

/** A canvas as wide as its place, painted anew for each `paint`, width and theme: once a frame at most. */
export function FittedCanvas(props: { rem: number; paint: Paint; label?: string }) {
  let canvas: HTMLCanvasElement | undefined;
  let frame = 0;
  const [width, setWidth] = createSignal(0);
  onMount(() => {
    if (canvas === undefined) return;
    const element = canvas;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    onCleanup(() => observer.disconnect());
  });
  onCleanup(() => cancelAnimationFrame(frame));
  // Read when it is painted: only then do the tokens have the theme's values.
  let known: { readonly theme: string; readonly look: Surface["look"] } | null = null;
  const readKnown = (host: HTMLElement, theme: string): Surface["look"] => {
    if (known?.theme !== theme) known = { theme, look: readColors(host) };
    return known.look;
  };
  createEffect(() => {
    const [paint, across, theme] = [props.paint, width(), viewLook()];
    if (canvas === undefined || across === 0) return;
    const element = canvas;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const [context, host] = [element.getContext("2d"), element.parentElement];
      if (context === null || host === null) return;
      const look = readKnown(host, theme);
      const down = props.rem * 16 * look.zoom;
      const scale = devicePixelRatio;
      const [columns, rows] = [Math.round(across * scale), Math.round(down * scale)];
      if (element.width !== columns) element.width = columns;
      if (element.height !== rows) element.height = rows;
      context.setTransform(scale, 0, 0, scale, 0, 0);
      context.clearRect(0, 0, across, down);
      paint(context, { width: across, theme, look });
    });
  });
  return (
    <canvas
      class="bench-canvas"
      style={{ height: `${props.rem}rem` }}
      ref={canvas}
      role={props.label === undefined ? undefined : "img"}
      aria-label={props.label}
    />
  );
}

function readColors(host: HTMLElement): Surface["look"] {
  const look = readLook(host);
  const { ink, muted, grid, surface } = look;
  const [normal, anomaly] = [resolveColor(host, "var(--normal)"), resolveColor(host, "var(--anomaly)")];
  return { ...look, colors: { ink, muted, grid, surface, normal, anomaly } };
}
