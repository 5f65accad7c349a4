import type { Pictures } from "../../parts/pictures.ts";
import { buildCsv } from "../../plot/csv.ts";

/** Pictures as rows: their kind, their number from 1, and their pixels row by row. */
export function picturesCsv(
  groups: readonly { readonly name: string; readonly pictures: Pictures }[],
): string {
  const sizes = groups.map(({ pictures: { height, width } }) => height * width);
  const most = Math.max(0, ...sizes);
  const rows = groups.flatMap(({ name, pictures: { values, count, height, width } }) =>
    Array.from({ length: count }, (_, picture) => {
      const start = picture * height * width;
      const pixels = Array.from({ length: height * width }, (_, i) => values[start + i] ?? null);
      return [name, picture + 1, ...pixels, ...Array.from({ length: most - pixels.length }, () => null)];
    }),
  );
  return buildCsv(["kind", "number", ...Array.from({ length: most }, (_, i) => `pixel ${i + 1}`)], rows);
}
