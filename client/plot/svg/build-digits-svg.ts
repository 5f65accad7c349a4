import { drawPixels } from "./draw-pixels.ts";
import { PRINT_COLORS } from "./print-colors.ts";
import { FONT_FAMILY } from "./text.ts";
import { tag } from "./xml.ts";

/** One 8x8 image with its digit; pixels are 0 to 16, row by row. */
export type LabelledDigit = { readonly label: number; readonly pixels: ArrayLike<number> };

const SIDE = 8; // pixels
const PIXEL = 10; // px
const GAP = 24; // px
const CAPTION = 20; // px
const BRIGHTEST = 16;

/** Images in a row, dark on light as on paper, each above its label. Pixels are squares: sharp at any size. */
export function buildDigitsSvg(digits: readonly LabelledDigit[]): string {
  const step = SIDE * PIXEL + GAP;
  const width = Math.max(1, digits.length * step - GAP);
  const height = SIDE * PIXEL + CAPTION;
  const labels = digits.map(({ label }) => label).join(", ");
  const content = digits.map(({ label, pixels }, i) => {
    const caption = { x: (SIDE * PIXEL) / 2, y: SIDE * PIXEL + 15, "text-anchor": "middle" };
    return tag(
      "g",
      { transform: `translate(${i * step} 0)` },
      drawPixels(pixels, { range: [0, BRIGHTEST], ramp: "image", pixel: PIXEL }) +
        tag("text", { ...caption, "font-size": 12, fill: PRINT_COLORS.ink }, `label ${label}`),
    );
  });
  return tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      ...{ width, height, role: "img", "font-family": FONT_FAMILY },
    },
    `<title>Images with the labels ${labels}</title>${content.join("")}`,
  );
}
