import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { AnswerList } from "../../shared/api/homework.ts";
import { paths } from "../../shared/api/paths.ts";
import { CNN, MLP } from "../client/pages/homework/classes.ts";
import { readReference } from "../shared/reference.ts";
import { expect, joinDemo, test } from "./lab-test.ts";
import { expectNoLongTask } from "./main-thread.ts";
import { expectSaved, openNotebook, openOtherDevice, paste } from "./notebook.ts";

const REGULARIZED = MLP.replace("class Autoencoder", "class RegularizedAutoencoder").replace(
  "hidden_size=5",
  "hidden_size=40",
);

test.beforeEach(async ({ page, demo }) => {
  await joinDemo(page, demo);
});

function cellOf(page: Page, id: string): Locator {
  return page.locator(`[id="${id}"]`);
}

/** Opens the table behind a plot, which is drawn when the reader comes near. */
async function openTable(page: Page, id: string): Promise<void> {
  await cellOf(page, id).scrollIntoViewIfNeeded();
  await cellOf(page, id).getByText("Table", { exact: true }).click();
}

async function openWithClasses(page: Page): Promise<void> {
  await openNotebook(page);
  await paste(page, "Your MLP autoencoder", MLP);
  await paste(page, "Your convolutional autoencoder", CNN);
  await paste(page, "Your regularized autoencoder", REGULARIZED);
}

/** Presses a cell's button and waits until its models are trained. */
async function runPart(page: Page, id: string, models = 1): Promise<void> {
  const cell = cellOf(page, id);
  await cell.getByRole("button", { name: /^Run part/ }).click();
  await expect(cell.getByText(new RegExp(`^Trained ${models} model`)).first()).toBeVisible();
}

async function openSettings(cell: Locator): Promise<void> {
  await cell.getByText(/^Hyperparameters/).click();
}

function setting(cell: Locator, name: string): Locator {
  return cell.getByRole("textbox", { name });
}

/** The rows of a table once it has some, an object a row: what stands under each column's name. */
async function readTable(table: Locator): Promise<Record<string, string>[]> {
  await expect(table.locator("tbody tr").first()).toBeVisible();
  const names = await table.getByRole("columnheader").allInnerTexts();
  const rows = await table.locator("tbody tr").all();
  return Promise.all(
    rows.map(async (row) => {
      const cells = await row.locator("th, td").allInnerTexts();
      return Object.fromEntries(names.map((name, i) => [name.trim(), (cells[i] ?? "").trim()]));
    }),
  );
}

/** The table of the attempt that a cell shows, when it has so many runs. */
async function readRuns(cell: Locator, count: number): Promise<Record<string, string>[]> {
  const table = cell.getByRole("table", { name: /all runs of/ });
  await expect(table.locator("tbody tr")).toHaveCount(count);
  return readTable(table);
}

test.describe("a run cell", () => {
  test("prints PyTorch's log, and errors that the server reproduces", async ({ page }) => {
    await openWithClasses(page);
    await runPart(page, "1e-run");
    const { trainLoss, metrics } = readReference("mlp-5");
    const expected = [
      ...trainLoss.map((loss, epoch) => `Epoch: ${epoch} | Train loss: ${loss.toFixed(4)}`),
      `Training loss: ${metrics.trainMse.toFixed(4)}`,
      `Test loss: ${metrics.testMse.toFixed(4)}`,
      `Loss on random data: ${metrics.randomMse.toFixed(4)}`,
    ];
    const log = cellOf(page, "1e-run").getByRole("region", { name: /^Log of/ });
    await expect.poll(async () => (await log.innerText()).trim().split("\n")).toEqual(expected);
    await expect(cellOf(page, "1e-run").getByRole("link", { name: "reproduced" })).toBeVisible();
    await cellOf(page, "1e-run").getByText("What did it learn?").click();
    const rebuilt = cellOf(page, "1e-run").getByText(/Your browser just ran these weights/);
    await expect(rebuilt).toContainText(metrics.testMse.toFixed(4));
  });

  test("trains every hidden size, and the plot beside it shows PyTorch's errors", async ({ page }) => {
    await openWithClasses(page);
    await runPart(page, "1f-run", 6);
    const rows = await readRuns(cellOf(page, "1f-run"), 6);
    expect(rows.map((row) => row["hidden size"])).toEqual(["5", "20", "40", "80", "100", "200"]);
    await openTable(page, "1f-plot");
    const points = await readTable(cellOf(page, "1f-plot").getByRole("table"));
    for (const [name, at] of [
      ["mlp-5", 0],
      ["mlp-20", 1],
      ["mlp-200", 5],
    ] as const) {
      const { metrics } = readReference(name);
      const [train, test] = [metrics.trainMse.toFixed(4), metrics.testMse.toFixed(4)];
      expect(rows[at]).toMatchObject({ "training loss": train, "test loss": test });
      expect(rows[at]?.["random data"]).toBe(metrics.randomMse.toFixed(4));
      expect(points[at]).toMatchObject({ train, test });
    }
    await openTable(page, "1g-plot");
    const random = await readTable(cellOf(page, "1g-plot").getByRole("table"));
    expect(random.map((row) => row["random data"])).toEqual(rows.map((row) => row["random data"]));
  });

  test("is run by Ctrl+Enter, says what is wrong with a field or a class, and where", async ({ page }) => {
    await openWithClasses(page);
    const cell = cellOf(page, "1e-run");
    await openSettings(cell);
    await setting(cell, "Epochs").fill("many");
    await expect(cell.getByText('expected a number, got "many"')).toBeVisible();
    await setting(cell, "Epochs").fill("7");
    await setting(cell, "Epochs").press("Control+Enter");
    await expect(cell.getByText(/^Trained 1 model/).first()).toBeVisible();
    await expect(cell.getByText(/^Trained for 7 epochs, but the part asks for 50/)).toBeVisible();
    await cell.getByRole("button", { name: "As asked" }).click();
    await expect(setting(cell, "Epochs")).toHaveValue("50");

    await paste(page, "Your MLP autoencoder", MLP.replace("z = self.linear_1(x)", "h = self.linear_1(x)"));
    await cell.getByRole("button", { name: /^Run part/ }).click();
    await expect(cell.getByText(/The class cannot be read yet\. Line 13: z is used before/)).toBeVisible();
    await expect(cell.getByRole("link", { name: "Go to the class" })).toHaveAttribute("href", "#1c-code");
  });

  test("keeps attempts: named, compared, counted, deleted and brought back, also after a reload", {
    tag: "@whole",
  }, async ({ page }) => {
    await openWithClasses(page);
    await runPart(page, "1e-run");
    const cell = cellOf(page, "1e-run");
    await openSettings(cell);
    await setting(cell, "Learning rate").fill("0.01");
    await runPart(page, "1e-run");
    const attempts = cell.getByRole("listitem").filter({ has: page.getByLabel("Name of the attempt") });
    await expect(attempts).toHaveCount(2);
    await expect(attempts.first()).toContainText("learning rate 0.01 instead of 0.001");
    await expect(attempts.first()).toContainText("counts");

    await attempts.nth(1).getByLabel("Name of the attempt").fill("as asked");
    await attempts.nth(1).getByLabel("Name of the attempt").press("Enter");
    await attempts.nth(1).getByRole("button", { name: "Count this one: as asked" }).click();
    await expect(attempts.nth(1)).toContainText("counts");
    await attempts.nth(1).getByRole("button", { name: "Compare with as asked" }).click();
    await expect(cell.getByRole("button", { name: /^h = 5, as asked/ })).toBeVisible();
    await expectSaved(page);
    await page.reload();
    await expect(attempts.nth(1)).toContainText("counts");
    await expect(attempts.nth(1).getByLabel("Name of the attempt")).toHaveValue("as asked");
    await cell.scrollIntoViewIfNeeded();
    await expect(cell.getByRole("region", { name: /^Log of/ })).toContainText(
      "Epoch: 49 | Train loss: 0.8687",
    );

    await attempts.nth(1).getByRole("button", { name: "Delete as asked" }).click();
    await expect(attempts).toHaveCount(1);
    await expect(cell.getByRole("button", { name: "Undo" })).toBeFocused();
    await cell.getByRole("button", { name: "Undo" }).press("Enter");
    await expect(attempts).toHaveCount(2);
    await expect(attempts.nth(1)).toContainText("counts");
    for (const left of [1, 0]) {
      await attempts
        .first()
        .getByRole("button", { name: /^Delete/ })
        .click();
      await expect(attempts).toHaveCount(left);
    }
    await cell.getByRole("button", { name: "Undo" }).click();
    await expect(attempts.first().getByLabel("Name of the attempt")).toHaveValue("as asked");
  });

  test("whose tab was closed while it trained is offered again at its place, and not in the lab", {
    tag: "@whole",
  }, async ({ page, context }) => {
    test.slow();
    await openWithClasses(page);
    const cell = cellOf(page, "1f-run");
    await openSettings(cell);
    await setting(cell, "Batch size").fill("32");
    await setting(cell, "Epochs").fill("400");
    await expectSaved(page);
    await cell.getByRole("button", { name: /^Run part/ }).click();
    await expect(cell.getByText(/^Training run [2-6] of 6/).first()).toBeVisible();
    await page.close();

    const later = await context.newPage();
    await later.goto("/lab");
    await expect(later.getByRole("button", { name: /^Train \d+ model/ })).toBeEnabled();
    await expect(later.getByRole("heading", { name: "A sweep was interrupted" })).toHaveCount(0);
    await openNotebook(later);
    const again = cellOf(later, "1f-run");
    await expect(again.getByRole("heading", { name: "This part was interrupted" })).toBeVisible();
    await again.getByRole("button", { name: "Go on" }).click();
    await expect(again.getByText(/^Trained 6 models/).first()).toBeVisible({ timeout: 90_000 });
    const rows = await readRuns(again, 6);
    expect(rows.map((row) => row["hidden size"])).toEqual(["5", "20", "40", "80", "100", "200"]);
    await later.reload();
    await expect(again.getByRole("button", { name: /^Run part/ })).toBeVisible();
    await expect(again.getByRole("heading", { name: "This part was interrupted" })).toHaveCount(0);
  });
});

test("a page that was left right after an attempt was written down does not call it interrupted", {
  tag: "@whole",
}, async ({ page }) => {
  await openWithClasses(page);
  await runPart(page, "1e-run");
  await expectSaved(page);
  const { answers } = AnswerList.parse(await (await page.request.get(paths.answers("demo"))).json());
  const answer = answers.find(({ cell }) => cell === "1e-run")?.answer;
  const [attempt] = answer?.kind === "run" ? answer.attempts : [];
  const member = await page.locator(".masthead-course a").innerText();
  /** What the page had written down before it would have taken it back. */
  const left = {
    ...{ id: crypto.randomUUID(), keptAt: 1, over: [], checkpoints: [], preference: "auto", done: [] },
    ...{ course: "demo", member, cell: "1e-run" },
    attempt: { id: attempt?.id, name: attempt?.name, settings: attempt?.settings },
    runs: attempt?.runs.map(({ width, spec }) => ({ width, spec })),
  };
  await putRow(page, left);
  await page.reload();
  const cell = cellOf(page, "1e-run");
  await expect(cell.getByRole("button", { name: /^Run part/ })).toBeVisible();
  await expect.poll(() => countRows(page)).toBe(0);
  await expect(cell.getByRole("heading", { name: "This part was interrupted" })).toHaveCount(0);

  // Of another attempt it would be offered.
  await putRow(page, { ...left, attempt: { ...left.attempt, id: crypto.randomUUID() } });
  await page.reload();
  await expect(cell.getByRole("heading", { name: "This part was interrupted" })).toBeVisible();
});

/** Writes a row of what trains into this page's IndexedDB. */
async function putRow(page: Page, row: unknown): Promise<void> {
  await page.evaluate(
    (value) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("latent-lab");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const change = opening.result.transaction("sweeps", "readwrite");
          change.objectStore("sweeps").put(value);
          change.oncomplete = () => resolve();
          change.onerror = () => reject(change.error);
        };
      }),
    row,
  );
}

function countRows(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("latent-lab");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction("sweeps").objectStore("sweeps").count();
          counting.onsuccess = () => resolve(counting.result);
          counting.onerror = () => reject(counting.error);
        };
      }),
  );
}

test.describe("on another device of the same student", () => {
  // One run is hidden on purpose.
  test.use({ expectedErrors: [/status of 404/] });

  test("a run is read from the class, and one that is nowhere is trained again to the same numbers", {
    tag: "@whole",
  }, async ({ page, browser }) => {
    test.slow();
    await openWithClasses(page);
    await runPart(page, "1e-run");
    await runPart(page, "3a-run");
    for (const id of ["1e-run", "3a-run"])
      await expect(cellOf(page, id).getByRole("link", { name: "reproduced" })).toBeVisible();
    const log = await cellOf(page, "1e-run")
      .getByRole("region", { name: /^Log of/ })
      .innerText();
    await expectSaved(page);

    const other = await openOtherDevice(page, browser);
    let isHidden = false;
    await other.route(/\/api\/courses\/demo\/runs\/[^/]+$/, async (route, request) => {
      if (request.method() !== "GET" || !isHidden) return route.continue();
      return route.fulfill({
        status: 404,
        json: { error: { reason: "notFound", message: "no run has this id" } },
      });
    });
    await openNotebook(other);
    await cellOf(other, "3a-plot").scrollIntoViewIfNeeded();
    await expect(cellOf(other, "3a-plot").getByText("AUROC of images: 0.9954.")).toBeVisible();

    isHidden = true;
    const cell = cellOf(other, "1e-run");
    await cell.scrollIntoViewIfNeeded();
    await expect(cell.getByText(/^This run is neither on this device nor with the class\./)).toBeVisible();
    await cell.getByRole("button", { name: "Train again" }).click();
    const again = cell.getByRole("region", { name: /^Log of/ });
    await expect.poll(() => again.innerText()).toBe(log);
    await expect(cell.getByRole("listitem").filter({ hasText: "counts" })).toHaveCount(1);
    await other.context().close();
  });
});

test("problem 3 sets the regularized model over the plain one, and tells which separates better", async ({
  page,
}) => {
  await openWithClasses(page);
  const plot = cellOf(page, "3d-plot");
  await plot.scrollIntoViewIfNeeded();
  await expect(
    plot.getByText("This plot is drawn of problem 3 (d) and problem 3 (a). Run them first."),
  ).toBeVisible();
  await plot.getByRole("button", { name: "Run problem 3 (a)" }).click();
  await cellOf(page, "3a-plot").scrollIntoViewIfNeeded();
  await expect(cellOf(page, "3a-plot").getByText("AUROC of images: 0.9954.")).toBeVisible();

  const regularized = cellOf(page, "3d-run");
  await openSettings(regularized);
  await setting(regularized, "Weight decay").fill("0.5");
  await setting(regularized, "Latent L1").fill("1");
  await setting(regularized, "Epochs").fill("100");
  await runPart(page, "3d-run");
  await expect(plot.getByText("AUROC of images: 0.4942 for (d), 0.9954 for (a).")).toBeVisible();
  await expect(plot.getByText(/^AUROC fell from 0\.995 to 0\.494/)).toBeVisible();
  await plot.getByRole("button", { name: "per pixel" }).click();
  await expect(plot.getByText(/^AUROC of pixels: 0\.5094 for \(d\), 0\.6879 for \(a\)\./)).toBeVisible();
  await expect(plot.getByText(/^These are the errors of single pixels/)).toBeVisible();

  const plain = cellOf(page, "3a-run");
  await openSettings(plain);
  await plain.getByRole("combobox", { name: "Train on" }).selectOption("half of all digits");
  await runPart(page, "3a-run");
  await expect(
    plain.getByText(/^This model was trained on all digits, so no digit is new to it/),
  ).toBeVisible();
});

test("Run all trains each part once, in order, and the whole passes axe", { tag: "@whole" }, async ({
  page,
}) => {
  test.slow();
  await openWithClasses(page);
  const all = page.getByRole("button", { name: "Run all" });
  await all.click();
  await expect(page.getByText("6 parts trained.")).toBeVisible({ timeout: 90_000 });
  await all.click();
  await expect(page.getByText("6 parts had been trained as they stand.")).toBeVisible();
  for (const id of ["1e-run", "1f-run", "1f-plot", "2d-plot", "3a-run", "3d-plot"]) {
    await cellOf(page, id).scrollIntoViewIfNeeded();
  }
  await expect(cellOf(page, "2d-plot").getByRole("button", { name: /^test, kernels/ })).toBeVisible();
  await expect(cellOf(page, "3d-plot").getByText(/^AUROC of images/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
});

test("the page has no long task while cells train", async ({ page }) => {
  await openWithClasses(page);
  const cell = cellOf(page, "1f-run");
  await openSettings(cell);
  await setting(cell, "Batch size").fill("128");
  await cell.scrollIntoViewIfNeeded();
  await expectSaved(page);
  // Pressed and watched from inside: to look for roles by Playwright takes tasks of its own.
  await expectNoLongTask(page, () =>
    cell.evaluate(
      (host) =>
        new Promise<void>((resolve) => {
          const buttons = Array.from(host.querySelectorAll("button"));
          buttons.find(({ textContent }) => textContent?.startsWith("Run part"))?.click();
          const look = setInterval(() => {
            if (!/Trained 6 models/.test(host.querySelector(".status")?.textContent ?? "")) return;
            clearInterval(look);
            setTimeout(resolve, 1_000);
          }, 100);
        }),
    ),
  );
});
