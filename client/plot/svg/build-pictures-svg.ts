import { cornerOf, type GridLayout, layOutGrid, PICTURE_PX, type Pictures } from "../../parts/pictures.ts";
import type { Ramp } from "../../parts/pixels.ts";
import { mixColors, PRINT_COLORS } from "./print-colors.ts";
import { FONT_FAMILY, LINE_HEIGHT, wrapText } from "./text.ts";
import { escapeXml, tag } from "./xml.ts";

/** Pictures of one kind under their name, with what their colours mean. */
export type PictureGroup = {
  readonly name: string;
  readonly note: string;
  readonly pictures: Pictures;
  /** Which of them, from the first to before the other; all where unset. */
  readonly from?: number;
  readonly to?: number;
  readonly range: readonly [number, number];
  readonly ramp: Ramp;
};

const SIZE = { heading: 15, name: 13, note: 11 } as const; // px
const MARGIN = 16;
const SPACE = 20;
const STEPS = 64;
/** A number alone is a small square. */
const NUMBER_PX = 14;

/** Groups of pictures below one another with a question above, light as on paper; pixels are squares, sharp at any size. */
export function buildPicturesSvg(
  { question, note, groups }: { question: string; note: string; groups: readonly PictureGroup[] },
  { width }: { width: number },
): string {
  const room = width - 2 * MARGIN;
  let y = MARGIN;
  const write = (text: string, size: number, weight: "normal" | "bold", fill: string): string =>
    wrapText(text, { width: room, size, weight })
      .map((line) => {
        y += size * LINE_HEIGHT;
        return tag(
          "text",
          { x: MARGIN, y: y - size * 0.25, "font-size": size, fill, "font-weight": weight },
          escapeXml(line),
        );
      })
      .join("");
  const content = [
    write(question, SIZE.heading, "bold", PRINT_COLORS.ink),
    write(note, SIZE.note, "normal", PRINT_COLORS.muted),
  ];
  for (const group of groups) {
    y += SPACE;
    content.push(
      write(group.name, SIZE.name, "bold", PRINT_COLORS.ink),
      write(group.note, SIZE.note, "normal", PRINT_COLORS.muted),
    );
    y += 6;
    const { from = 0, to = group.pictures.count } = group;
    const { height, width: across } = group.pictures;
    const size = height * across === 1 ? NUMBER_PX : PICTURE_PX;
    const grid = layOutGrid(group.pictures, { count: to - from, room, size });
    content.push(
      tag("g", { transform: `translate(${MARGIN} ${y})` }, drawPictures({ ...group, from, to }, grid)),
    );
    y += grid.height;
  }
  const height = Math.ceil(y + MARGIN);
  return tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      ...{ width, height, role: "img", "font-family": FONT_FAMILY },
    },
    `<title>${escapeXml(question)}</title>${tag("rect", { width, height, fill: PRINT_COLORS.surface })}${content.join("")}`,
  );
}

/** A path a colour, of all pixels that have it. */
function drawPictures(
  { pictures, from, to, range, ramp }: PictureGroup & { from: number; to: number },
  grid: GridLayout,
): string {
  const [low, high] = range;
  const { height, width, values } = pictures;
  const { pixel } = grid;
  const squares = new Map<number, string>();
  for (let picture = from; picture < to; picture++) {
    const corner = cornerOf(pictures, grid, picture - from);
    for (let at = 0; at < height * width; at++) {
      const value = values[picture * height * width + at] ?? 0;
      const step = Math.round(Math.min(1, Math.max(0, (value - low) / (high - low))) * STEPS);
      const [x, y] = [corner.x + (at % width) * pixel, corner.y + Math.floor(at / width) * pixel];
      squares.set(step, `${squares.get(step) ?? ""}M${x} ${y}h${pixel}v${pixel}h-${pixel}z`);
    }
  }
  return [...squares]
    .map(([step, d]) =>
      tag("path", { d, fill: rampColor(ramp, step / STEPS), "shape-rendering": "crispEdges" }),
    )
    .join("");
}

function rampColor(ramp: Ramp, share: number): string {
  if (ramp === "image") return mixColors(PRINT_COLORS["pixel-high"], PRINT_COLORS["pixel-low"], share);
  const end = share < 0.5 ? "residual-negative" : "residual-positive";
  return mixColors(PRINT_COLORS[end], PRINT_COLORS["residual-zero"], Math.abs(2 * share - 1));
}
