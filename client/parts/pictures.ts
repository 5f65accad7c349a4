/** Many pictures of one size, one after the other. */
export type Pictures = {
  readonly values: ArrayLike<number>; // [count * height * width]
  readonly count: number;
  readonly height: number;
  readonly width: number;
};

/** Where pictures lie in a grid, row by row; all lengths in whole px. */
export type GridLayout = {
  readonly columns: number;
  readonly rows: number;
  /** The side of a picture's pixel. */
  readonly pixel: number;
  readonly gap: number;
  readonly width: number;
  readonly height: number;
};

/** About how wide a picture is, in px; its pixels have whole ones. */
export const PICTURE_PX = 40;
const GAP_PX = 5;
const SMALL_GAP_PX = 2;

/** As many columns as `room` holds, and as many rows as `count` pictures then take; a picture is about `size` px wide. */
export function layOutGrid(
  { height, width }: Pick<Pictures, "height" | "width">,
  { count, room, size }: { count: number; room: number; size: number },
): GridLayout {
  const pixel = Math.max(2, Math.floor(size / Math.max(width, height)));
  const gap = size < PICTURE_PX ? SMALL_GAP_PX : GAP_PX;
  const [across, down] = [width * pixel + gap, height * pixel + gap];
  const columns = Math.max(1, Math.min(count, Math.floor((room + gap) / across)));
  const rows = Math.max(1, Math.ceil(count / columns));
  return { columns, rows, pixel, gap, width: columns * across - gap, height: rows * down - gap };
}

/** The left top corner of the picture at a place of the grid. */
export function cornerOf({ width, height }: Pictures, { columns, pixel, gap }: GridLayout, place: number) {
  return {
    x: (place % columns) * (width * pixel + gap),
    y: Math.floor(place / columns) * (height * pixel + gap),
  };
}

/** The place of the grid that a point is in or next to; the grid may have no picture there. */
export function placeAt(
  { width, height }: Pictures,
  { columns, rows, pixel, gap }: GridLayout,
  { x, y }: { x: number; y: number },
): number {
  const column = Math.min(columns - 1, Math.max(0, Math.floor(x / (width * pixel + gap))));
  const row = Math.min(rows - 1, Math.max(0, Math.floor(y / (height * pixel + gap))));
  return row * columns + column;
}

/**
 * The pictures from `from` to before `to` as the RGBA of a grid. `palette` is [steps * 4]; `range` is the pair of values that its
 * ends stand for.
 */
export function paintGrid(
  pictures: Pictures,
  grid: GridLayout,
  shown: {
    readonly from: number;
    readonly to: number;
    readonly range: readonly [number, number];
    readonly palette: Uint8ClampedArray;
  },
): Uint8ClampedArray<ArrayBuffer> {
  const { from, to, range, palette } = shown;
  const [low, high] = range;
  const { values, height, width } = pictures;
  const { pixel } = grid;
  const pixels = new Uint32Array(grid.width * grid.height);
  const colors = new Uint32Array(palette.slice().buffer);
  for (let picture = from; picture < to; picture++) {
    const { x, y } = cornerOf(pictures, grid, picture - from);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const value = values[(picture * height + row) * width + column] ?? 0;
        const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
        const color = colors[Math.round(share * (colors.length - 1))] ?? 0;
        const start = (y + row * pixel) * grid.width + x + column * pixel;
        for (let line = 0; line < pixel; line++)
          pixels.fill(color, start + line * grid.width, start + line * grid.width + pixel);
      }
    }
  }
  return new Uint8ClampedArray(pixels.buffer);
}

/** The same number below and above zero: the largest entry in absolute value, so that zero has the middle colour. */
export function reachOf(...several: readonly ArrayLike<number>[]): readonly [number, number] {
  let most = 0;
  for (const values of several)
    for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i] || 0));
  return most === 0 ? [-1, 1] : [-most, most];
}
