/** Gives the reader a file of their own making. */
export function saveText(name: string, text: string, type = "text/csv"): void {
  saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

const PIXELS_A_PX = 2;

/** The same of an SVG as a PNG, sharp on a screen of two pixels a px. Rejects where this browser cannot draw it. */
export async function savePng(name: string, svg: string): Promise<void> {
  const { drawPng } = await import("../plot/svg/rasterize.ts");
  saveBlob(name, (await drawPng(svg, PIXELS_A_PX)).blob);
}

/** The same of bytes that are there already. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
