import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mixColors, PRINT_COLORS, printColor } from "../../../../client/plot/svg/print-colors.ts";

const css = readFileSync(new URL("../../../../client/styles/tokens.css", import.meta.url), "utf8");

/** A token's colour by day as `#rrggbb`, by CSS Color 4's own matrices (section 10.8, OKLCH to sRGB). */
function tokenByDay(name: string): string {
  const [, l, c, h] =
    new RegExp(`--${name}: light-dark\\(oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)`).exec(css) ?? [];
  const [lightness, chroma, hue] = [Number(l), Number(c), (Number(h) * Math.PI) / 180];
  const lab = [lightness, chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const cone = multiply(
    [
      [1, 0.3963377773761749, 0.2158037573099136],
      [1, -0.1055613458156586, -0.0638541728258133],
      [1, -0.0894841775298119, -1.2914855480194092],
    ],
    lab,
  ).map((value) => value ** 3);
  const xyz = multiply(
    [
      [1.2268798758459243, -0.5578149944602171, 0.2813910456659647],
      [-0.0405757452148008, 1.112286803280317, -0.0717110580655164],
      [-0.0763729366746601, -0.4214933324022432, 1.5869240198367816],
    ],
    cone,
  );
  const linear = multiply(
    [
      [12831 / 3959, -329 / 214, -1974 / 3959],
      [-851781 / 878810, 1648619 / 878810, 36519 / 878810],
      [705 / 12673, -2585 / 12673, 705 / 667],
    ],
    xyz,
  );
  return `#${linear.map(toHex).join("")}`;
}

function multiply(matrix: readonly (readonly number[])[], vector: readonly number[]): readonly number[] {
  return matrix.map((row) => row.reduce((sum, value, i) => sum + value * (vector[i] ?? 0), 0));
}

function toHex(value: number): string {
  const clipped = Math.min(1, Math.max(0, value));
  const encoded = clipped > 0.0031308 ? 1.055 * clipped ** (1 / 2.4) - 0.055 : 12.92 * clipped;
  return Math.round(encoded * 255)
    .toString(16)
    .padStart(2, "0");
}

describe("a colour on paper is its token by day:", () => {
  test.each(Object.entries(PRINT_COLORS))("%s", (name, color) => {
    expect(color).toBe(tokenByDay(name));
  });
});

test("a shaded line is mixed with white as the page mixes it", () => {
  // Chromium 156: color-mix(in oklab, #1860bc 35%, #ffffff)
  expect(mixColors("#1860bc", "#ffffff", 0.35)).toBe("#afc8eb");
  expect(printColor({ meaning: "train", shade: 0.35 })).toBe("#afc8eb");
  expect(printColor({ meaning: "train", shade: 1 })).toBe("#1860bc");
  expect(printColor({ meaning: "train" })).toBe("#1860bc");
});
