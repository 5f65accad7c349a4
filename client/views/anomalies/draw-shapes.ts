import type { Look } from "../../plot/look.ts";
import type { Ink, Shape } from "./panel-shapes.ts";

/** Draws shapes on a canvas that counts in CSS px. */
export function drawShapes(
  context: CanvasRenderingContext2D,
  shapes: readonly Shape[],
  { colors, font }: { readonly colors: Readonly<Record<Ink, string>> } & Pick<Look, "font">,
): void {
  context.textBaseline = "middle";
  for (const shape of shapes) {
    if (shape.kind === "text") {
      context.font = shape.isBold ? `bold ${font}` : font;
      context.textAlign = ALIGN[shape.anchor];
      context.fillStyle = colors[shape.ink];
      context.fillText(shape.text, shape.x, shape.y);
      continue;
    }
    const path = new Path2D(shape.d);
    if (shape.fill !== undefined) {
      context.globalAlpha = shape.opacity ?? 1;
      context.fillStyle = colors[shape.fill];
      context.fill(path);
      context.globalAlpha = 1;
    }
    if (shape.stroke === undefined) continue;
    context.strokeStyle = colors[shape.stroke];
    context.lineWidth = shape.width ?? 1;
    context.setLineDash([...(shape.dash ?? [])]);
    context.stroke(path);
  }
}

const ALIGN = { start: "left", middle: "center", end: "right" } as const;
