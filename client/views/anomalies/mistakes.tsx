import { createMemo } from "solid-js";
import { formatNumber } from "../../parts/numbers.ts";
import { paint, readPalette } from "../../parts/pixels.ts";
import { rangeOf } from "../../parts/range-of.ts";
import type { BenchModel } from "./build-bench.ts";
import { cutImage } from "./cut-image.ts";
import { FittedCanvas, type Paint, type Surface } from "./fitted-canvas.tsx";
import { formatScore } from "./words.ts";

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
  const nameOf = (place: number) =>
    `${props.labels[place] ?? ""}, error ${formatScore(props.model.errors[place] ?? 0)}`;
  const spoken = () =>
    props.count === 0
      ? "none"
      : `${formatNumber(props.count)} images, the worst: ${[...props.places.subarray(0, SPOKEN)].map(nameOf).join("; ")}`;
  const draw = createMemo((): Paint => {
    const { model, places, labels } = props;
    return (context, on) => drawMistakes(context, on, { model, places, labels });
  });
  return (
    <div class="bench-mistakes">
      <h4>{props.title}</h4>
      <p class="muted">{props.explanation}</p>
      <FittedCanvas rem={STRIP_REM} paint={draw()} label={`${props.title}: ${spoken()}`} />
    </div>
  );
}

function drawMistakes(
  context: CanvasRenderingContext2D,
  { width, theme, look }: Surface,
  {
    model,
    places,
    labels,
  }: {
    readonly model: BenchModel;
    readonly places: Int32Array;
    readonly labels: Uint8Array;
  },
): void {
  context.font = look.font;
  context.textBaseline = "top";
  if (places.length === 0) {
    context.fillStyle = look.muted;
    context.textAlign = "left";
    context.fillText("none at this threshold", 0, 0);
    return;
  }
  const tile = new OffscreenCanvas(8, 8);
  const small = tile.getContext("2d");
  if (small === null) return;
  context.imageSmoothingEnabled = false;
  context.textAlign = "center";
  const [side, gap] = [IMAGE * look.zoom, GAP * look.zoom];
  const fitting = Math.floor((width + gap) / (side + gap));
  const range = rangeOf(model.images);
  const palette = readPalette("image", theme);
  for (const [i, place] of places.subarray(0, fitting).entries()) {
    const left = i * (side + gap);
    for (const [row, values] of [model.images, model.reconstructions].entries()) {
      small.putImageData(new ImageData(paint(cutImage(values, place), range, palette), 8, 8), 0, 0);
      context.drawImage(tile, left, row * (side + 4 * look.zoom), side, side);
    }
    const [x, y] = [left + side / 2, 2 * side + 8 * look.zoom];
    context.fillStyle = look.ink;
    context.fillText(String(labels[place] ?? ""), x, y);
    context.fillStyle = look.muted;
    context.fillText((model.errors[place] ?? 0).toPrecision(2), x, y + 13 * look.zoom);
  }
}
