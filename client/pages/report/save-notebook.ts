import { saveText } from "../../parts/save.ts";
import { rasterize } from "../../plot/svg/rasterize.ts";
import type { NotebookPicture } from "../../pytorch/notebook/write-notebook.ts";
import { makeDrawings } from "./draw-cell.ts";
import { writeBesideThePage } from "./notebook-thread.ts";
import { listReportCells, type ReportContent } from "./report-content.ts";

/** Pixels a px of a notebook's pictures: sharp on a dense screen. */
const SCALE = 2;

/** Gives the reader the report as a Jupyter notebook. Rejects where a picture cannot be drawn, or the notebook not be written. */
export async function saveNotebook(content: ReportContent): Promise<void> {
  const drawings = makeDrawings(content);
  const pictures = new Map<string, NotebookPicture>();
  for (const { cell } of listReportCells(content)) {
    const drawing = drawings(cell.id);
    if (drawing === null) continue;
    pictures.set(cell.id, { text: drawing.words, ...(await rasterize(drawing.wide, SCALE)) });
  }
  const text = await writeBesideThePage({ content, pictures });
  saveText(`${content.title}.ipynb`, text, "application/x-ipynb+json");
}
