import { readReference } from "../shared/reference.ts";
import { chooseEngine, expect, labLink, openLab, readRuns, test, trainAll } from "./lab-test.ts";

/** Long enough to be met in the middle on any machine; ended by Stop. */
const LONG = { widths: [1_000], epochs: 10_000 };

test("training can be paused, resumed and stopped; what was finished is kept", async ({ page }) => {
  await openLab(page, labLink({ ...LONG, widths: [5, 1_000] }));
  await page.getByRole("button", { name: "Train 2 models" }).click();
  await expect(page.getByText(/^Training run 2 of 2, epoch \d+ of 10000/)).toBeVisible();
  await page.getByRole("button", { name: "Pause" }).click();
  const paused = page.getByText(/^Paused at run 2 of 2, epoch \d+/).first();
  const words = await paused.innerText();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByText(/^Training run 2 of 2/)).toBeVisible();
  await expect(page.getByText(words)).toHaveCount(0);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText(/^Stopped after 1 of 2 runs; what was finished is kept/).first()).toBeVisible();
  expect(await readRuns(page)).toMatchObject([{ "hidden size": "5" }]);
  await expect(page.getByRole("button", { name: "Train 2 models" })).toBeEnabled();
});

test("a sweep trains on the cores there are, and the next one on the same workers", async ({ page }) => {
  await openLab(page, labLink({ widths: [5, 20, 40, 80, 100, 200] }));
  await trainAll(page);
  const listWorkers = () => page.workers().filter((worker) => worker.url().includes("training-worker"));
  const workers = listWorkers();
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  expect(workers).toHaveLength(Math.min(cores > 2 ? cores - 1 : cores, 6));
  await trainAll(page);
  expect(listWorkers()).toEqual(workers);
  expect((await readRuns(page)).map((run) => run["hidden size"])).toEqual([
    ...["5", "20", "40", "80", "100", "200"],
    ...["5", "20", "40", "80", "100", "200"],
  ]);
});

test("the keyboard alone trains: Tab to the button, Enter, arrow keys read the plot", async ({ page }) => {
  await openLab(page, labLink({ widths: [5, 20] }));
  const train = page.getByRole("button", { name: "Train 2 models" });
  for (let presses = 0; presses < 60; presses++) {
    if (await train.evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(train).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Trained 2 models in/).first()).toBeVisible();
  const plot = page.getByRole("slider", { name: /^How does error fall/ });
  await plot.focus();
  await page.keyboard.press("Home");
  await expect(plot).toHaveAttribute("aria-valuetext", /^at h = 5: train 0\.8639/);
  await page.keyboard.press("ArrowRight");
  await expect(plot).toHaveAttribute("aria-valuetext", /^at h = 20: /);
});

test("Ctrl+Enter trains, Escape stops", async ({ page }) => {
  await openLab(page, labLink(LONG));
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Training run 1 of 1/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText(/^Stopped after 0 of 1 run/).first()).toBeVisible();
});

test("a diverged run says so in words, and what to do", async ({ page }) => {
  const optimizer = { kind: "adam", learningRate: 1e5, weightDecay: 0 } as const;
  await openLab(page, labLink({ widths: [20], optimizer }));
  await page.getByRole("button", { name: "Train 1 model" }).click();
  await expect(page.getByText(/^Trained \d model/).first()).toBeVisible();
  await expect(page.getByText(/diverged/i).first()).toBeVisible();
  await expect(page.getByText(/smaller learning rate/).first()).toBeVisible();
  expect(await readRuns(page)).toMatchObject([{ state: "diverged" }]);
});

test("a field that the contract refuses says what it expects, and nothing can be trained", async ({
  page,
}) => {
  await openLab(page);
  await page.getByRole("textbox", { name: "Epochs" }).fill("0");
  await expect(page.getByRole("alert")).toContainText("expected");
  await expect(page.getByRole("button", { name: /^Train \d+ model/ })).toBeDisabled();
  await page.getByRole("textbox", { name: "Epochs" }).fill("2");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await trainAll(page);
});

test("moments and TensorFlow.js print the same losses, which are PyTorch's", async ({ page }) => {
  const { trainLoss } = readReference("mlp-5");
  await openLab(page, labLink({ widths: [5] }));
  for (const engine of ["moments", "tfjs-cpu"] as const) {
    await chooseEngine(page, engine);
    await trainAll(page);
  }
  await expect(page.getByText(/^1 model was trained on more than one engine/)).toBeVisible();
  const rows = await readRuns(page);
  expect(rows.map(({ engine }) => engine)).toEqual(["Moments, processor", "TensorFlow.js, processor"]);
  expect(rows[0]?.test).toBe(rows[1]?.test);
  const logs = await Promise.all(
    [0, 1].map((i) => page.getByRole("button", { name: "5", exact: true }).nth(i).innerText()),
  );
  expect(logs).toEqual(["5", "5"]);
  for (const i of [0, 1]) {
    await page
      .getByRole("table", { name: /^All runs/ })
      .getByRole("button", { name: "5", exact: true })
      .nth(i)
      .click();
    await expect(page.locator("pre").first()).toContainText(
      `Epoch: 0 | Train loss: ${trainLoss[0]?.toFixed(4)}`,
    );
    await expect(page.locator("pre").first()).toContainText(
      `Epoch: 49 | Train loss: ${trainLoss[49]?.toFixed(4)}`,
    );
  }
});

test("a GPU in software is never chosen by itself, but trains when it is asked for @whole", async ({
  page,
}) => {
  test.slow();
  await openLab(page, labLink({ widths: [5], epochs: 2, batchSize: 898 }));
  await trainAll(page);
  expect(await readRuns(page)).toMatchObject([{ engine: expect.stringMatching(/, processor$/) }]);

  const engines = page.getByRole("combobox", { name: "Engine" });
  await expect(
    engines.getByRole("option", { name: "TensorFlow.js on WebGPU (in software, slow)" }),
  ).toBeAttached();
  await chooseEngine(page, "tfjs-webgpu");
  await trainAll(page);
  const rows = await readRuns(page);
  expect(rows[1]).toMatchObject({ engine: "TensorFlow.js, webgpu", test: rows[0]?.test });
});
