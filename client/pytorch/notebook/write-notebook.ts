/**
 * A picture that a cell has put out: a PNG as base64 with the size that it is shown at, px, and the same in words. No SVG beside
 * it: nbconvert prefers that, and its releases 6.5.1 to 6.5.4 leave nothing of it but its letters.
 */
export type NotebookPicture = {
  readonly text: string;
  readonly png: string;
  readonly width: number;
  readonly height: number;
};

export type NotebookOutput =
  | { readonly kind: "printed"; readonly text: string }
  | ({ readonly kind: "picture" } & NotebookPicture);

export type NotebookCell =
  | {
      readonly kind: "markdown";
      /** Up to 64 letters, digits, `-` and `_`; no other cell has it. */
      readonly id: string;
      readonly source: string;
      /** PNGs as base64, by the name that `![](attachment:NAME)` refers to. */
      readonly attachments?: ReadonlyMap<string, string>;
    }
  | {
      readonly kind: "code";
      readonly id: string;
      readonly source: string;
      readonly outputs: readonly NotebookOutput[];
    };

/** A Jupyter notebook of these cells, as the text of its .ipynb file: nbformat 4.5, valid against its schema. */
export function writeNotebook(cells: readonly NotebookCell[]): string {
  const notebook = {
    cells: cells.map(writeCell),
    metadata: {
      kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
      language_info: { name: "python" },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

function writeCell(cell: NotebookCell) {
  const base = { cell_type: cell.kind, id: cell.id, metadata: {}, source: linesOf(cell.source.trimEnd()) };
  if (cell.kind === "code") return { ...base, execution_count: null, outputs: cell.outputs.map(writeOutput) };
  if (cell.attachments === undefined || cell.attachments.size === 0) return base;
  const attachments = [...cell.attachments].map(([name, png]) => [name, { "image/png": png }] as const);
  return { ...base, attachments: Object.fromEntries(attachments) };
}

function writeOutput(output: NotebookOutput) {
  switch (output.kind) {
    case "printed":
      return { output_type: "stream", name: "stdout", text: linesOf(output.text) };
    case "picture": {
      const { png, text, width, height } = output;
      return {
        output_type: "display_data",
        data: { "image/png": png, "text/plain": linesOf(text) },
        metadata: { "image/png": { width, height } },
      };
    }
    default:
      return output satisfies never;
  }
}

/** A text as nbformat keeps it: a list of lines, each with its end. */
function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}
