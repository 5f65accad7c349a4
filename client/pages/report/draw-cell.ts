import { buildDigitsSvg } from "../../plot/svg/build-digits-svg.ts";
import { buildSvg } from "../../plot/svg/build-svg.ts";
import { describeFigure } from "../../plot/svg/describe-figure.ts";
import type { ReportCell, ReportContent } from "./report-content.ts";

/** As wide as a page of A4 or Letter has room for, in px. */
const ON_PAPER = { width: 640, frameHeight: 220 } as const;
const ON_A_PHONE = { width: 320, frameHeight: 200 } as const;

/** A cell's drawing for paper and for a phone, and the same in words. */
export type Drawing = { readonly wide: string; readonly narrow: string; readonly words: string };

/** Null of a cell that draws nothing. */
export function drawCell(one: ReportCell): Drawing | null {
  if (one.kind === "digits") {
    const svg = buildDigitsSvg(one.digits);
    return { wide: svg, narrow: svg, words: `labels ${one.digits.map(({ label }) => label).join(", ")}` };
  }
  if (one.kind !== "plot" || one.figure.status !== "drawn") return null;
  const { figure } = one.figure;
  return {
    wide: buildSvg(figure, ON_PAPER),
    narrow: buildSvg(figure, ON_A_PHONE),
    words: describeFigure(figure),
  };
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
