import { readFileSync } from "node:fs";
import Ajv from "ajv-draft-04";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { buildNotebook } from "../../../../client/pages/report/build-notebook.ts";
import type { ReportContent } from "../../../../client/pages/report/report-content.ts";
import { type NotebookCell, writeNotebook } from "../../../../client/pytorch/notebook/write-notebook.ts";
import { acceptedClass, reportOf, SIGNED, solveHomework } from "./solve-homework.ts";

const schema: unknown = JSON.parse(
  readFileSync(new URL("../../../reference/nbformat.v4.5.schema.json", import.meta.url), "utf8"),
);
// The schema itself has a misspelt keyword (`item`), which strict mode would refuse.
const isNotebook = new Ajv({ strict: false }).compile(z.parse(z.record(z.string(), z.unknown()), schema));

const picture = { text: "train: 0.8 at h = 5", png: "aVZCT1I=", width: 640, height: 336 };
let empty: ReportContent;
let full: ReportContent;
beforeAll(async () => {
  empty = await reportOf(await solveHomework({ code: {}, runs: {} }));
  full = await reportOf(
    await solveHomework({
      code: {
        "1c-code": acceptedClass("no-imports"),
        "2a-code": acceptedClass("convolution-on-rows").replace("class CAE", "class Net"),
        "3d-code": `X = 3\n${acceptedClass("dropout")}`,
      },
      runs: {
        "1e-run": { epochs: 3 },
        "1f-run": { epochs: 3, widths: [5, 20] },
        "3a-run": { epochs: 3 },
        "3d-run": { epochs: 3 },
      },
      answers: {
        ...SIGNED,
        "1a-number": { kind: "number", text: "64" },
        "1f-text": {
          kind: "text",
          markdown: "It falls.\n\n![By size](plot:1f-plot)\n\n![None](plot:2d-plot)",
        },
      },
    }),
  );
});

function cellOf(cells: readonly NotebookCell[], id: string): NotebookCell {
  const found = cells.find((cell) => cell.id === id);
  if (found === undefined) throw new TypeError(`there is no cell ${id}`);
  return found;
}

describe("a notebook is valid against Jupyter's own schema", () => {
  test("with everything in it", () => {
    const cells = buildNotebook(full, new Map([["1f-plot", picture]]));
    const valid = isNotebook(JSON.parse(writeNotebook(cells)));
    expect(isNotebook.errors).toBeNull();
    expect(valid).toBe(true);
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
  });

  test("with nothing answered, which it says", () => {
    const cells = buildNotebook(empty, new Map());
    expect(isNotebook(JSON.parse(writeNotebook(cells)))).toBe(true);
    for (const id of ["1a-number", "1c-code", "1e-run", "1f-plot", "1f-text"])
      expect(cellOf(cells, id).source).toContain("Not answered.");
  });
});

test("the cover, the honour line, and each part's heading in bold red above its question", () => {
  const cells = buildNotebook(full, new Map());
  const [cover] = cells;
  expect(cover?.source).toContain("# Autoencoders");
  expect(cover?.source).toContain("Ada Lovelace");
  expect(cover?.source).toContain("Lovelace_Ada_ECE_4803_sp22_assignment_6");
  expect(cover?.source).toContain("**Signed:** I did this homework myself.");
  const part = cellOf(cells, "part_2d").source;
  expect(part).toContain(
    '<span style="color: #bb0916"><strong>Solution to Problem 2 Part (d)</strong></span>',
  );
  expect(part).toMatch(/^> Train it with 1, 5, 20, 40, 80 and 200 kernels/m);
});

test("outputs are embedded: what was printed, and plots as pictures with the size that they are shown at", () => {
  const cells = buildNotebook(full, new Map([["1f-plot", picture]]));
  const { cells: written } = z.parse(
    z.object({ cells: z.array(z.record(z.string(), z.unknown())) }),
    JSON.parse(writeNotebook(cells)),
  );
  const run = written.find(({ id }) => id === "1e-run");
  expect(run?.outputs).toMatchObject([{ output_type: "stream", name: "stdout" }]);
  expect(JSON.stringify(run?.outputs)).toMatch(/Epoch: 0 \| Train loss: \d\.\d{4}/);
  expect(written.find(({ id }) => id === "1f-plot")?.outputs).toEqual([
    {
      output_type: "display_data",
      data: { "image/png": picture.png, "text/plain": [picture.text] },
      metadata: { "image/png": { width: 640, height: 336 } },
    },
  ]);
});

test("a plot that an answer shows travels with the answer; one that is not there stays a reference", () => {
  const text = cellOf(buildNotebook(full, new Map([["1f-plot", picture]])), "1f-text");
  expect(text.source).toContain("![By size](attachment:1f-plot.png)");
  expect(text.source).toContain("![None](plot:2d-plot)");
  expect(text.kind === "markdown" && text.attachments).toEqual(new Map([["1f-plot.png", picture.png]]));
});

test("a run has its link in the lab beside it, and what the server found", () => {
  expect(cellOf(buildNotebook(full, new Map()), "1f-run_links").source).toMatch(
    /- h = 5, reproduced: <https:\/\/lab\.example\/r\/\w+>\n- h = 20, reproduced/,
  );
});

test("a class whose name another cell took runs again before it is trained; so does the setup", () => {
  const cells = buildNotebook(full, new Map());
  const ids = cells.map(({ id }) => id);
  expect(cellOf(cells, "3a-run_again0").source).toContain("self.enc = nn.Linear(8 * 8, hidden_size)");
  expect(ids.indexOf("3a-run_again0")).toBe(ids.indexOf("3a-run") - 1);
  expect(ids.filter((id) => id.startsWith("1f-run_again"))).toEqual([]);
  const again = ids.filter((id) => id.startsWith("3d-run_again")).map((id) => cellOf(cells, id).source);
  expect(again.some((source) => source.includes("digits = load_digits()"))).toBe(true);
});
