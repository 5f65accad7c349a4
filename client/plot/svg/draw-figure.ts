import type { Figure } from "../figure.ts";
import { buildSvg } from "./build-svg.ts";
import { describeFigure } from "./describe-figure.ts";

/** As wide as a page of A4 or Letter has room for, in px. */
const ON_PAPER = { width: 640, frameHeight: 220 } as const;
const ON_A_PHONE = { width: 320, frameHeight: 200 } as const;

/** A drawing for paper and for a phone, as SVG, and the same in words. */
export type Drawing = { readonly wide: string; readonly narrow: string; readonly words: string };

export function drawFigure(figure: Figure): Drawing {
  return {
    wide: buildSvg(figure, ON_PAPER),
    narrow: buildSvg(figure, ON_A_PHONE),
    words: describeFigure(figure),
  };
}
