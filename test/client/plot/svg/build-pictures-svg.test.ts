import { describe, expect, test } from "vitest";
import { buildPicturesSvg, type PictureGroup } from "../../../../client/plot/svg/build-pictures-svg.ts";
import { PRINT_COLORS } from "../../../../client/plot/svg/print-colors.ts";

const group: PictureGroup = {
  name: "Kernels",
  note: "From -1 (blue) over 0 to 1 (orange)",
  pictures: { values: [-1, 0, 1, 0, 5, -5], count: 3, height: 1, width: 2 },
  range: [-1, 1],
  ramp: "residual",
};
const draw = (groups: readonly PictureGroup[]) =>
  buildPicturesSvg({ question: "What is <this>?", note: "h = 5", groups }, { width: 320 });
const squares = (svg: string, color: string) =>
  new RegExp(`d="([^"]*)" fill="${color}"`).exec(svg)?.[1]?.match(/M/g)?.length ?? 0;

describe("pictures as a file", () => {
  test("have a square a number in the colours of their scale, and of its ends beyond it", () => {
    const svg = draw([group]);
    expect(squares(svg, PRINT_COLORS["residual-negative"])).toBe(2);
    expect(squares(svg, PRINT_COLORS["residual-zero"])).toBe(2);
    expect(squares(svg, PRINT_COLORS["residual-positive"])).toBe(2);
  });

  test("are those of the page that is shown", () => {
    const svg = draw([{ ...group, from: 1, to: 2 }]);
    expect(squares(svg, PRINT_COLORS["residual-negative"])).toBe(0);
    expect(squares(svg, PRINT_COLORS["residual-positive"])).toBe(1);
  });

  test("stand below the question, each kind under its name and its scale, inside the view box", () => {
    const svg = draw([group, group]);
    expect(svg).toContain("<title>What is &lt;this&gt;?</title>");
    expect(svg.match(/From -1 \(blue\) over 0 to 1 \(orange\)/g)).toHaveLength(2);
    const height = Number(/ height="(\d+)"/.exec(svg)?.[1]);
    const tops = Array.from(svg.matchAll(/translate\(16 ([\d.]+)\)/g), ([, y]) => Number(y));
    expect(tops).toHaveLength(2);
    expect(Math.max(...tops) + 20).toBeLessThan(height);
  });
});
