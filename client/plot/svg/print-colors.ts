import type { Meaning, PlotLine } from "../columns.ts";

/** The tokens of styles/tokens.css by day as sRGB, for figures that leave the page; a test holds the two together. */
export const PRINT_COLORS = {
  ink: "#13201e",
  muted: "#4f5b59",
  line: "#d9e0dd",
  surface: "#ffffff",
  train: "#1860bc",
  test: "#cc5903",
  random: "#9c379c",
  floor: "#6a7070",
  normal: "#1a8ead",
  anomaly: "#ad0e3d",
  encoder: "#697b1a",
  decoder: "#6d41a9",
  accent: "#0e5e44",
  "control-line": "#7f8986",
  solution: "#bb0916",
  "pixel-low": "#f0f4f2",
  "pixel-high": "#142220",
  "residual-negative": "#195bb0",
  "residual-zero": "#f0f4f2",
  "residual-positive": "#c2460d",
  "digit-0": "#1860bc",
  "digit-1": "#d35f12",
  "digit-2": "#258651",
  "digit-3": "#b71532",
  "digit-4": "#65389f",
  "digit-5": "#754e2e",
  "digit-6": "#d45ea7",
  "digit-7": "#585f5f",
  "digit-8": "#8e8b0f",
  "digit-9": "#37a1b8",
} as const satisfies Record<Meaning, string> & Record<string, string>;

/** The colour of a line on paper: marks.ts's lineColor by day. */
export function printColor({ meaning, shade }: Pick<PlotLine, "meaning" | "shade">): string {
  const color = PRINT_COLORS[meaning];
  return shade === undefined || shade >= 1 ? color : mixColors(color, PRINT_COLORS.surface, shade);
}

type Triple = readonly [number, number, number];

/** CSS's `color-mix(in oklab, a share, b)` of two `#rrggbb` colours. */
export function mixColors(a: string, b: string, share: number): string {
  const [first, second] = [toOklab(a), toOklab(b)];
  const part = (i: 0 | 1 | 2) => first[i] * share + second[i] * (1 - share);
  return fromOklab([part(0), part(1), part(2)]);
}

// B. Ottosson, "A perceptual color space for image processing" (2020): linear sRGB to Oklab and back.
function toOklab(color: string): Triple {
  const channel = (at: number) => toLinear(Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const [r, g, b] = [channel(1), channel(3), channel(5)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: Triple): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${linear.map(toByte).join("")}`;
}

function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function toByte(value: number): string {
  const clipped = Math.min(1, Math.max(0, value));
  const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(255 * encoded)
    .toString(16)
    .padStart(2, "0");
}
