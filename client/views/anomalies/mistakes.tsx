import { createEffect, createSignal, onCleanup, onMount } from "solid-js";
import { formatNumber } from "../../parts/numbers.ts";
import { paint, readPalette } from "../../parts/pixels.ts";
import { rangeOf } from "../../parts/range-of.ts";
import { type Look, readLook } from "../../plot/look.ts";
import { look as viewLook } from "../../state/view.ts";
import type { BenchModel } from "./build-bench.ts";
import { cutImage } from "./cut-image.ts";

/** At most this many fit on the widest page. */
export const MOST_MISTAKES = 24;

const [IMAGE, GAP, CAPTION] = [40, 8, 32]; // px
const STRIP_REM = (2 * IMAGE + 4 + CAPTION) / 16;
const SPOKEN = 5;

/** Images on one side of the threshold that belong on the other, each above its reconstruction: as many as fit, worst first. */
export function Mistakes(props: {
  title: string;
  explanation: string;
  model: BenchModel;
  places: Int32Array;
  count: number;
  labels: Uint8Array;
}) {
  let canvas: HTMLCanvasElement | undefined;
  let frame = 0;
  const [width, setWidth] = createSignal(0);
  const tile = new OffscreenCanvas(8, 8);
  onMount(() => {
    if (canvas === undefined) return;
    const element = canvas;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    onCleanup(() => observer.disconnect());
  });
  onCleanup(() => cancelAnimationFrame(frame));
  const nameOf = (place: number) =>
    `${props.labels[place] ?? ""}, error ${formatNumber(props.model.errors[place] ?? 0)}`;
  const spoken = () =>
    props.count === 0
      ? "none"
      : `${formatNumber(props.count)} images, the worst: ${[...props.places.subarray(0, SPOKEN)].map(nameOf).join("; ")}`;

  createEffect(() => {
    const { model, places, labels } = props;
    const [wide, theme] = [width(), viewLook()];
    if (canvas === undefined || wide === 0) return;
    const element = canvas;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const [context, small] = [element.getContext("2d"), tile.getContext("2d")];
      if (context === null || small === null) return;
      const look = readLook(element.parentElement ?? element);
      const palette = readPalette("image", theme);
      element.width = Math.round(wide * devicePixelRatio);
      element.height = Math.round(STRIP_REM * 16 * look.zoom * devicePixelRatio);
      context.scale(devicePixelRatio, devicePixelRatio);
      context.imageSmoothingEnabled = false;
      context.font = look.font;
      context.textAlign = "center";
      context.textBaseline = "top";
      const side = IMAGE * look.zoom;
      if (places.length === 0) drawNone(context, look);
      const step = side + GAP * look.zoom;
      const fitting = Math.floor((wide + GAP * look.zoom) / step);
      for (const [i, place] of places.subarray(0, fitting).entries()) {
        for (const [row, values] of [model.images, model.reconstructions].entries()) {
          const pixels = paint(cutImage(values, place), rangeOf(model.images), palette);
          small.putImageData(new ImageData(pixels, 8, 8), 0, 0);
          context.drawImage(tile, i * step, row * (side + 4 * look.zoom), side, side);
        }
        const [x, y] = [i * step + side / 2, 2 * side + 8 * look.zoom];
        context.fillStyle = look.ink;
        context.fillText(String(labels[place] ?? ""), x, y);
        context.fillStyle = look.muted;
        context.fillText((model.errors[place] ?? 0).toPrecision(2), x, y + 13 * look.zoom);
      }
    });
  });

  return (
    <div class="bench-mistakes">
      <h4>{props.title}</h4>
      <p class="muted">{props.explanation}</p>
      <canvas
        class="bench-canvas"
        ref={canvas}
        style={{ height: `${STRIP_REM}rem` }}
        role="img"
        aria-label={`${props.title}: ${spoken()}`}
      />
    </div>
  );
}

function drawNone(context: CanvasRenderingContext2D, look: Look): void {
  context.fillStyle = look.muted;
  context.textAlign = "left";
  context.fillText("none at this threshold", 0, 0);
}
