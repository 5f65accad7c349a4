import { createEffect, createSignal, onCleanup, onMount } from "solid-js";
import { readLook, resolveColor } from "../../plot/look.ts";
import { look } from "../../state/view.ts";
import type { Axis } from "./axes.ts";
import { type Colors, type DrawnLine, drawParallel, INSET } from "./draw-lines.ts";
import type { Frame } from "./nearest-line.ts";

const STEPS = 16;

/** The lines of a search, drawn once a frame however often they change. */
export function ParallelCanvas(props: {
  axes: readonly Axis[];
  lines: readonly DrawnLine[];
  read: number | null;
  onFrame: (frame: Frame) => void;
}) {
  let canvas: HTMLCanvasElement | undefined;
  const [size, setSize] = createSignal<Frame>({ width: 0, height: 0 });
  const [colors, setColors] = createSignal<Colors | null>(null);
  let waiting = 0;

  onMount(() => {
    if (canvas === undefined) return;
    const element = canvas;
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    onCleanup(() => observer.disconnect());
  });
  onCleanup(() => cancelAnimationFrame(waiting));
  createEffect(() => {
    look();
    const host = canvas?.parentElement;
    if (host) setColors(readColors(host));
  });

  createEffect(() => {
    const { width, height } = size();
    const now = colors();
    if (canvas === undefined || now === null || width === 0) return;
    const frame = { width: width - 2 * INSET.x * now.zoom, height: height - 2 * INSET.y * now.zoom };
    const drawing = { axes: props.axes, lines: props.lines, read: props.read, frame, colors: now };
    props.onFrame(frame);
    const scale = devicePixelRatio;
    const context = canvas.getContext("2d");
    if (context === null) return;
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => {
      const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
      if (context.canvas.width !== across) context.canvas.width = across;
      if (context.canvas.height !== down) context.canvas.height = down;
      context.setTransform(scale, 0, 0, scale, 0, 0);
      drawParallel(context, drawing);
    });
  });

  return <canvas class="parallel-canvas" ref={canvas} />;
}

function readColors(host: HTMLElement): Colors {
  const ramp = Array.from({ length: STEPS }, (_, i) => {
    const share = Math.round((100 * i) / (STEPS - 1));
    return resolveColor(host, `color-mix(in oklab, var(--accent) ${share}%, var(--control-line))`);
  });
  return { ...readLook(host), ramp };
}
