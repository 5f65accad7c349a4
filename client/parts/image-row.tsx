import { createEffect } from "solid-js";
import { look } from "../state/view.ts";
import { paint, type Ramp, readPalette } from "./pixels.ts";

const SIDE = 8; // pixels
const STEP = SIDE + 1; // pixels, with a gap of one

/** 8x8 images beside one another on one canvas, crisp at any size; `values` is [n * 64]. */
export function ImageRow(props: {
  values: ArrayLike<number>;
  range: readonly [number, number];
  ramp?: Ramp;
  alt: string;
}) {
  let canvas: HTMLCanvasElement | undefined;
  const count = () => props.values.length / (SIDE * SIDE);
  const width = () => Math.max(1, count() * STEP - 1);
  createEffect(() => {
    const palette = readPalette(props.ramp ?? "image", look());
    const colors = paint(props.values, props.range, palette);
    const context = canvas?.getContext("2d");
    context?.clearRect(0, 0, width(), SIDE);
    for (let i = 0; i < count(); i++) {
      const from = i * SIDE * SIDE * 4;
      const image = new ImageData(colors.subarray(from, from + SIDE * SIDE * 4), SIDE, SIDE);
      context?.putImageData(image, i * STEP, 0);
    }
  });
  return (
    <canvas
      class="image-row"
      ref={canvas}
      width={width()}
      height={SIDE}
      style={{ "--pixels": String(width()) }}
      role="img"
      aria-label={props.alt}
    />
  );
}
