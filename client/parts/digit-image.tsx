import { createEffect } from "solid-js";
import { look } from "../state/view.ts";
import { paint, type Ramp, readPalette } from "./pixels.ts";

/** One 8x8 image, crisp at any size. `range` is the pair of values that the ramp's ends stand for. */
export function DigitImage(props: {
  values: ArrayLike<number>;
  range: readonly [number, number];
  ramp?: Ramp;
  alt: string;
}) {
  let canvas: HTMLCanvasElement | undefined;
  createEffect(() => {
    const palette = readPalette(props.ramp ?? "image", look());
    const image = new ImageData(paint(props.values, props.range, palette), 8, 8);
    canvas?.getContext("2d")?.putImageData(image, 0, 0);
  });
  return <canvas class="digit" ref={canvas} width="8" height="8" role="img" aria-label={props.alt} />;
}
