import { buildDigitsSvg } from "../../plot/svg/build-digits-svg.ts";
import { type Drawing, drawFigure } from "../../plot/svg/draw-figure.ts";
import { listReportCells, type ReportCell, type ReportContent } from "./report-content.ts";

/** Null of a cell that draws nothing. */
export function drawCell(one: ReportCell): Drawing | null {
  if (one.kind === "digits") {
    const svg = buildDigitsSvg(one.digits);
    return { wide: svg, narrow: svg, words: `labels ${one.digits.map(({ label }) => label).join(", ")}` };
  }
  if (one.kind !== "plot" || one.figure.status !== "drawn") return null;
  return drawFigure(one.figure.figure);
}

/** The drawings of a report by cell, each made when it is first asked for; null of a cell that draws nothing. */
export type Drawings = (cell: string) => Drawing | null;

export function makeDrawings(content: ReportContent): Drawings {
  const cells = new Map(listReportCells(content).map((one) => [one.cell.id, one] as const));
  const made = new Map<string, Drawing | null>();
  return (id) => {
    const one = cells.get(id);
    const drawing = made.get(id) ?? (one === undefined ? null : drawCell(one));
    made.set(id, drawing);
    return drawing;
  };
}
