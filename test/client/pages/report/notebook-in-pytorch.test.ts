import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildNotebook } from "../../../../client/pages/report/build-notebook.ts";
import { type NotebookCell, writeNotebook } from "../../../../client/pytorch/notebook/write-notebook.ts";
import type { RunSettings } from "../../../../shared/assignment/answers.ts";
import { NOTEBOOK_PYTHON, runNotebooks } from "./run-notebook.ts";
import { acceptedClass, acceptedDataset, reportOf, type Solution, solveHomework } from "./solve-homework.ts";

const fewer = { epochs: 8 } satisfies RunSettings;
/** The same homework by three students, whose classes have other names, parameters and returns. */
const STUDENTS: Readonly<Record<string, Solution>> = {
  "as the homework asks": {
    code: {
      "1c-code": acceptedClass("homework-1c"),
      "1d-code": acceptedDataset("slice-keeps-axis"),
      "2a-code": acceptedClass("homework-2a"),
      "3d-code": acceptedClass("in-place-latent"),
    },
    runs: {
      "1e-run": {},
      "1f-run": {},
      "2c-run": fewer,
      "2d-run": { ...fewer, widths: [1, 5] },
      "3a-run": {},
      "3d-run": { weightDecay: 0.01, latentL1: 0.02, batchSize: 50 },
    },
  },
  "classes that return the reconstruction alone": {
    code: {
      "1c-code": acceptedClass("one-letter-names"),
      "2a-code": acceptedClass("several-classes"),
      "3d-code": acceptedClass("module-dot-init"),
    },
    runs: {
      "1e-run": { batchSize: 100, seed: 3 },
      "1f-run": {},
      "2c-run": fewer,
      "3a-run": { split: { kind: "oneDigit", digit: 7, heldOutFraction: 0.3, seed: 2 } },
      "3d-run": { weightDecay: 0.001, latentL1: 0.05 },
    },
  },
  "two classes of one name, and dropout": {
    code: {
      "1c-code": acceptedClass("no-imports"),
      "2a-code": acceptedClass("convolution-on-rows").replace("class CAE", "class Net"),
      "3d-code": acceptedClass("dropout"),
    },
    runs: {
      "1e-run": {},
      "1f-run": {},
      "2c-run": fewer,
      "2d-run": { ...fewer, widths: [1, 5] },
      "3a-run": {},
      "3d-run": { split: { kind: "random", testFraction: 0.5, seed: 0 } },
    },
    answers: { "3d-plot": { kind: "plot", per: "pixel" } },
  },
};

type Student = { readonly cells: readonly NotebookCell[]; printed: Readonly<Record<string, string>> };
const students = new Map<string, Student>();
const folder = mkdtempSync(join(tmpdir(), "latent-lab-notebook-"));

beforeAll(async () => {
  const paths: string[] = [];
  for (const [name, solution] of Object.entries(STUDENTS)) {
    const cells = buildNotebook(await reportOf(await solveHomework(solution)), new Map());
    const path = join(folder, `${students.size}.ipynb`);
    writeFileSync(path, writeNotebook(cells));
    paths.push(path);
    students.set(name, { cells, printed: {} });
  }
  if (NOTEBOOK_PYTHON === undefined) return;
  const printed = runNotebooks(NOTEBOOK_PYTHON, paths);
  for (const [i, student] of [...students.values()].entries()) student.printed = printed[i] ?? {};
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NUMBER = /\d+\.\d{4}/g;

function numbersOf(text: string): readonly number[] {
  return [...text.matchAll(NUMBER)].map(([number]) => Number(number));
}

/** What a cell's output in the notebook says, and what PyTorch printed when the cell was run. */
function outputsOf(name: string, id: string): { readonly shown: string; readonly printed: string } {
  const student = students.get(name);
  const cell = student?.cells.find((one) => one.id === id);
  const [output] = cell?.kind === "code" ? cell.outputs : [];
  if (output?.kind !== "printed") throw new TypeError(`${id} of "${name}" has no printed output`);
  return { shown: output.text, printed: student?.printed[id] ?? "" };
}

describe.skipIf(NOTEBOOK_PYTHON === undefined)(
  "the notebook, run by PyTorch from its first cell to its last, prints what it shows (needs a python3 with torch, sklearn and matplotlib)",
  () => {
    describe.each(Object.entries(STUDENTS))("%s:", (name, { runs }) => {
      const compared = Object.keys(runs).filter((id) => !(name.includes("dropout") && id === "3d-run"));
      test.each(compared)("%s", (id) => {
        const { shown, printed } = outputsOf(name, id);
        expect(printed.replaceAll(NUMBER, "n")).toBe(shown.replaceAll(NUMBER, "n"));
        const [expected, got] = [numbersOf(shown), numbersOf(printed)];
        expect(expected.length).toBeGreaterThan(2);
        for (const [i, number] of expected.entries()) {
          // A number on the edge between two fourth decimals may fall on either side.
          const tolerance = shown.includes("AUROC") && i === expected.length - 1 ? 1e-3 : 1.01e-4;
          expect(Math.abs((got[i] ?? Number.NaN) - number)).toBeLessThanOrEqual(tolerance);
        }
      });
    });

    test("a class with dropout is trained too, and its cell says why its numbers differ", () => {
      const { shown, printed } = outputsOf("two classes of one name, and dropout", "3d-run");
      expect(numbersOf(printed)).toHaveLength(numbersOf(shown).length);
    });
  },
);
