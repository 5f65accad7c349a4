import type { Drawing } from "./svg/draw-figure.ts";

/** A drawing as wide as the page. A phone gets one of its own, whose letters can be read there. */
export function DrawingView(props: { drawing: Drawing }) {
  // Made by buildSvg and buildDigitsSvg, which escape every text.
  return (
    <figure class="report-figure">
      <div data-for="paper" innerHTML={props.drawing.wide} />
      <div data-for="phone" innerHTML={props.drawing.narrow} />
    </figure>
  );
}
