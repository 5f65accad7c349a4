import { saveText } from "../../parts/save.ts";
import { rasterize } from "../../plot/svg/rasterize.ts";
import { type NotebookPicture, writeNotebook } from "../../pytorch/notebook/write-notebook.ts";
import { buildNotebook } from "./build-notebook.ts";
import { drawReport } from "./draw-cell.ts";
import type { ReportContent } from "./report-content.ts";

/** Pixels a px of a notebook's pictures: sharp on a dense screen. */
const SCALE = 2;

/** Gives the reader the report as a Jupyter notebook. Rejects where a picture cannot be drawn. */
export async function saveNotebook(content: ReportContent): Promise<void> {
  const pictures = new Map<string, NotebookPicture>();
  for (const [cell, { wide, words }] of drawReport(content)) {
    pictures.set(cell, { text: words, ...(await rasterize(wide, SCALE)) });
  }
  saveText(
    `${content.title}.ipynb`,
    writeNotebook(buildNotebook(content, pictures)),
    "application/x-ipynb+json",
  );
}
