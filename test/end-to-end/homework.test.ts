import { readFileSync, writeFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import * as z from "zod/mini";
import { ReceiptList } from "../../shared/api/homework.ts";
import { paths } from "../../shared/api/paths.ts";
import { CNN, MLP } from "../client/pages/homework/classes.ts";
import { NOTEBOOK_PYTHON, runNotebooks } from "../client/pages/report/run-notebook.ts";
import { readReference } from "../shared/reference.ts";
import { expect, joinDemo, test } from "./lab-test.ts";
import { codeBox, expectSaved, pasteOver } from "./notebook.ts";
import { readPdf, squeeze } from "./read-pdf.ts";

const DATASET = (shape: string) => `import torch
from torch.utils.data import Dataset


class Digits(Dataset):
    def __init__(self, X, y):
        self.X = torch.tensor(X, dtype=torch.float32)
        self.y = torch.tensor(y)

    def __len__(self):
        return len(self.X)

    def __getitem__(self, idx):
        return self.X[idx].reshape(${shape}), self.y[idx]
`;
const REGULARIZED = MLP.replace("class Autoencoder", "class Regularized").replace(
  "hidden_size=5",
  "hidden_size=40",
);

const OBSERVED = `The error falls fast up to 40 hidden neurons and slowly after that, and test and training error stay together. Each further
direction of the hidden layer describes less of a digit than the one before it, as in PCA: $\\hat x = W_2 W_1 x$ has rank at most $h$.`;

/** Presses Tab, or Shift+Tab, until the keyboard is at `target`: everything on the way must let it go on. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 150; presses++) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return;
    // An editor keeps Tab for itself until Escape.
    if (await page.evaluate(() => document.activeElement?.closest(".cm-editor") !== null))
      await page.keyboard.press("Escape");
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

const NotebookFile = z.looseObject({
  cells: z.array(
    z.looseObject({
      id: z.string(),
      source: z.array(z.string()),
      outputs: z.optional(z.array(z.looseObject({ text: z.optional(z.array(z.string())) }))),
    }),
  ),
});
/** What PyTorch takes long for on a processor: wide convolutions. PARITY=all runs them too. */
const SLOW_CELLS = process.env.PARITY === "all" ? [] : ["2c-run", "2d-run", "2d-plot"];
const FOUR_DECIMALS = /\d+\.\d{4}/g;

function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(FOUR_DECIMALS)].map(([number]) => Number(number));
}

test.use({ serviceWorkers: "allow" });

test("a student does the whole homework, by keyboard, from joining to the receipt; it prints, and PyTorch agrees", async ({
  page,
  demo,
}, info) => {
  test.setTimeout(240_000);
  const keys = page.keyboard;
  const part = (problem: number, letter: string) =>
    page.getByRole("region", { name: `Problem ${problem} Part (${letter})`, exact: true });
  // A plot is drawn when the reader comes near.
  const plotOf = (where: Locator) => where.locator(".plot-cell");
  const write = async (label: string, source: string) => {
    await tabTo(page, codeBox(page, label));
    await pasteOver(page, source);
  };
  const answer = async (where: Locator, text: string) => {
    await tabTo(page, where.getByRole("textbox").last());
    await keys.insertText(text);
  };
  const runPart = async (where: Locator) => {
    await tabTo(page, where.getByRole("button", { name: /^Run part/ }));
    await keys.press("Control+Enter");
    await expect(where.getByText(/^Trained \d+ models? in/).first()).toBeVisible();
  };

  await test.step("joins and opens the homework", async () => {
    await joinDemo(page, demo);
    await tabTo(page, page.getByRole("link", { name: "Homework" }));
    await keys.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Autoencoders" })).toBeVisible();
    await expect(part(1, "a")).toBeVisible();
  });

  await test.step("1 (a) to (d): two numbers, two classes", async () => {
    await keys.press("Alt+ArrowDown");
    await expect(page.getByRole("heading", { name: "Problem 1 Part (a)" })).toBeFocused();
    for (const layer of ["input", "output"]) {
      await tabTo(page, page.getByLabel(`Neurons of the ${layer} layer`));
      await keys.type("64");
    }
    await write("Your MLP autoencoder", MLP);
    await expect(part(1, "c").getByText("64 → 5 → 64, linear")).toBeVisible();
    await write("Your Dataset of rows", DATASET("1, 64"));
    await expect(part(1, "d").getByText(/float32 tensor of shape \(1, 64\) and its label/)).toBeVisible();
  });

  await test.step("1 (e) to (g): the log is PyTorch's, and so are six hidden sizes", async () => {
    await runPart(part(1, "e"));
    const { trainLoss } = readReference("mlp-5");
    await expect(part(1, "e").locator("pre")).toContainText(
      trainLoss.map((loss, epoch) => `Epoch: ${epoch} | Train loss: ${loss.toFixed(4)}`).join("\n"),
    );
    await runPart(part(1, "f"));
    for (const width of [5, 20, 200]) {
      const { metrics } = readReference(`mlp-${width}`);
      const shown = part(1, "f")
        .getByRole("row", { name: new RegExp(`^${width} `) })
        .first();
      await expect(shown).toContainText(metrics.trainMse.toFixed(4));
      await expect(shown).toContainText(metrics.testMse.toFixed(4));
      await expect(shown).toContainText(metrics.randomMse.toFixed(4));
    }
    await answer(part(1, "f"), OBSERVED);
    await tabTo(page, part(1, "g").getByRole("button", { name: "Insert plot" }));
    await keys.press("Enter");
    await tabTo(page, page.getByRole("button", { name: /How well does each model give back random data/ }));
    await keys.press("Enter");
    await answer(part(1, "g"), `\n\n${OBSERVED}`);
    await expect(part(1, "g").getByRole("textbox").last()).toHaveValue(/!\[.*\]\(plot:1g-plot\)/);
  });

  await test.step("problem 2", async () => {
    await write("Your convolutional autoencoder", CNN);
    await write("Your Dataset of images", DATASET("1, 8, 8"));
    await runPart(part(2, "c"));
    await runPart(part(2, "d"));
    await expect(part(2, "d").getByRole("row", { name: /^1 / }).first()).toContainText(
      readReference("cae-1").metrics.testMse.toFixed(4),
    );
    await answer(
      part(2, "d"),
      `${OBSERVED} One kernel already holds 64 numbers for each image, so it is not room that it lacks.`,
    );
  });

  await test.step("problem 3: a remedy that is none, and one that is", async () => {
    await runPart(part(3, "a"));
    await plotOf(part(3, "a")).scrollIntoViewIfNeeded();
    await expect(part(3, "a").getByText("AUROC of images: 0.9954.")).toBeVisible();
    await answer(part(3, "b"), OBSERVED);
    await answer(part(3, "c"), OBSERVED);
    await write("Your regularized autoencoder", REGULARIZED);
    const settings = part(3, "d").getByText(/^Hyperparameters/);
    await tabTo(page, settings);
    await keys.press("Enter");
    const set = async (label: string, value: string, key?: "Shift+Tab") => {
      await tabTo(page, part(3, "d").getByLabel(label), key);
      await keys.press("Control+a");
      await keys.type(value);
    };
    await set("Epochs", "100");
    await set("Weight decay", "0.5");
    await set("Latent L1", "1");
    await runPart(part(3, "d"));
    await plotOf(part(3, "d")).scrollIntoViewIfNeeded();
    await expect(part(3, "d").getByText(/AUROC fell from 0\.995 to 0\.494/)).toBeVisible();

    await set("Latent L1", "0", "Shift+Tab");
    await set("Weight decay", "0.01", "Shift+Tab");
    await runPart(part(3, "d"));
    await plotOf(part(3, "d")).scrollIntoViewIfNeeded();
    await expect(part(3, "d").getByText(/AUROC fell/)).toBeHidden();
    await expect(
      part(3, "d").getByText(/AUROC of images: 0\.9987 for \(d\), 0\.9954 for \(a\)\./),
    ).toBeVisible();
    await answer(
      part(3, "d"),
      `${OBSERVED} Weight decay of 0.01 and twice the epochs raised AUROC; 0.5 lost it all.`,
    );
  });

  await test.step("hands in with nothing missing, and keeps the receipt", async () => {
    await tabTo(page, page.getByLabel("First name"));
    await keys.type("Ada");
    await tabTo(page, page.getByLabel("Last name"));
    await keys.type("Lovelace");
    await tabTo(page, page.getByRole("checkbox", { name: /^I did this homework myself/ }));
    await keys.press("Space");
    await expect(page.getByText("Every part is ready.")).toBeVisible();
    await expectSaved(page);
    await tabTo(page, page.getByRole("button", { name: "Hand in", exact: true }));
    await keys.press("Enter");
    await expect(page.getByRole("heading", { name: "Your receipt" })).toBeVisible();
    const { submissions } = ReceiptList.parse(
      await (await page.request.get(paths.submissions("demo"))).json(),
    );
    expect(submissions).toHaveLength(1);
    await expect(page.getByText(submissions[0]?.contentHash ?? "no hash")).toBeVisible();
  });

  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await test.step("the report prints what was done", async () => {
    await tabTo(page, page.getByRole("link", { name: "See the report" }));
    await keys.press("Enter");
    await expect(page.getByRole("heading", { name: "Solution to Problem 3 Part (d)" })).toBeVisible();
    const { title, pages } = await readPdf(await page.pdf({ format: "A4" }));
    expect(title).toBe("Lovelace_Ada_ECE_4803_sp22_assignment_6");
    const text = squeeze(pages.flatMap(({ texts }) => texts.map((one) => one.text)).join(""));
    const last = readReference("mlp-5").trainLoss.at(-1) ?? 0;
    for (const words of [
      "Solution to Problem 1 Part (a)",
      "Solution to Problem 3 Part (d)",
      ...MLP.split("\n"),
      ...CNN.split("\n"),
      `Epoch: 49 | Train loss: ${last.toFixed(4)}`,
      "direction of the hidden layer describes less of a digit",
      "AUROC of images: 0.9987 for (d), 0.9954 for (a).",
      "/r/",
    ]) {
      expect(text, words).toContain(squeeze(words));
    }
  });

  await test.step("the notebook, run by PyTorch where there is one, prints the numbers that it shows", async () => {
    await tabTo(page, page.getByRole("button", { name: "Save notebook (.ipynb)" }));
    const [download] = await Promise.all([page.waitForEvent("download"), keys.press("Enter")]);
    const notebook = NotebookFile.parse(JSON.parse(readFileSync(await download.path(), "utf8")));
    const shown = new Map(
      notebook.cells.map(({ id, outputs = [] }) => [id, outputs.flatMap(({ text = [] }) => text).join("")]),
    );
    expect(numbersIn(shown.get("1f-run") ?? "")).toHaveLength(18);
    if (NOTEBOOK_PYTHON === undefined) return;
    const path = info.outputPath("homework.ipynb");
    const cells = notebook.cells.filter(({ id }) => !SLOW_CELLS.includes(id));
    writeFileSync(path, JSON.stringify({ ...notebook, cells }));
    const [printed = {}] = runNotebooks(NOTEBOOK_PYTHON, [path]);
    for (const id of ["1e-run", "1f-run", "3a-run", "3d-run"]) {
      const [expected, got] = [numbersIn(shown.get(id) ?? ""), numbersIn(printed[id] ?? "")];
      expect(got.length, id).toBe(expected.length);
      // A number on the edge between two fourth decimals may fall on either side.
      for (const [i, number] of expected.entries())
        expect(Math.abs((got[i] ?? Number.NaN) - number), id).toBeLessThanOrEqual(1.01e-4);
    }
  });
});
