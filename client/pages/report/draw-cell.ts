import { buildDigitsSvg } from "../../plot/svg/build-digits-svg.ts";
import { type Drawing, drawFigure } from "../../plot/svg/draw-figure.ts";
import type { ReportCell, ReportContent } from "./report-content.ts";

/** Null of a cell that draws nothing. */
export function drawCell(one: ReportCell): Drawing | null {
  if (one.kind === "digits") {
    const svg = buildDigitsSvg(one.digits);
    return { wide: svg, narrow: svg, words: `labels ${one.digits.map(({ label }) => label).join(", ")}` };
  }
  if (one.kind !== "plot" || one.figure.status !== "drawn") return null;
  return drawFigure(one.figure.figure);
}

/** Every cell's drawing, by the cell. */
export function drawReport({ problems }: ReportContent): ReadonlyMap<string, Drawing> {
  const cells = problems.flatMap(({ shown, parts }) => [...shown, ...parts.flatMap((part) => part.cells)]);
  return new Map(
    cells.flatMap((one) => {
      const drawing = drawCell(one);
      return drawing === null ? [] : [[one.cell.id, drawing] as const];
    }),
  );
}
