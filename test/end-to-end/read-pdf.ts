import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import * as z from "zod/mini";

export type PdfText = {
  readonly text: string;
  /** From the left edge of the page, in points. */
  readonly left: number;
  readonly right: number;
};

export type Pdf = {
  readonly title: string;
  readonly pages: readonly {
    readonly width: number; // points
    readonly height: number; // points
    readonly texts: readonly PdfText[];
    /** Pictures made of pixels. */
    readonly rasters: number;
  }[];
};

const Info = z.object({ Title: z.optional(z.string()) });
const RASTERS: readonly number[] = [
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
];

/** What a PDF says: its title and, page by page, its texts and where they stand. */
export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  const { info } = await document.getMetadata();
  const pages: Pdf["pages"][number][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => {
      if (!("str" in item) || item.str.trim() === "") return [];
      const left = Number(item.transform[4]);
      return [{ text: item.str, left, right: left + item.width }];
    });
    const { fnArray } = await page.getOperatorList();
    pages.push({ width, height, texts, rasters: fnArray.filter((code) => RASTERS.includes(code)).length });
  }
  await loading.destroy();
  return { title: z.parse(Info, info).Title ?? "", pages };
}

/** All of a text without its spaces and line ends, which print and wrapping change. */
export function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, "");
}
