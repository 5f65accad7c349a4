import { readReference } from "../shared/reference.ts";
import { expect, joinDemo, labLink, openLab, readRuns, test, trainAll } from "./lab-test.ts";

const WIDTHS = ["5", "20", "40", "80", "100", "200"];

test.use({ serviceWorkers: "allow" });

test("the home page is alive: reconstructions change while one looks", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByText(/^Epoch \d+ of \d+: train loss/)).toBeVisible();
  const reconstruction = page.getByRole("img", { name: /^Reconstruction of the 3/ });
  const before = await reconstruction.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  await expect
    .poll(() => reconstruction.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL()))
    .not.toBe(before);
  await expect(page.getByText(/epochs took \d+ ms/)).toBeVisible();
});

test("the lab trains problem 1's sweep: curves, plots with the floor, a table, reconstructions", async ({
  page,
}) => {
  await openLab(page);
  await trainAll(page);
  await expect(page.getByText(/^Trained 6 models in/).first()).toBeVisible();

  const errors = page.getByRole("figure", { name: "How does error fall as the hidden layer grows?" });
  for (const line of ["train", "test", "PCA floor"]) {
    await expect(errors.getByRole("button", { name: new RegExp(`^${line}`) })).toContainText(/\d\.\d{4}/);
  }
  await expect(
    page.getByRole("figure", { name: "How does the loss fall while a model trains?" }),
  ).toBeVisible();
  await expect(
    page.getByRole("figure", { name: "Does it learn digits, or just copy anything?" }),
  ).toBeVisible();
  expect((await readRuns(page)).map((run) => run["hidden size"])).toEqual(WIDTHS);
  await expect(page.getByRole("img", { name: /^Its reconstruction, error/ })).toHaveCount(10);
});

test("the numbers for seed 0 are PyTorch's, to four decimals", async ({ page }) => {
  await openLab(page);
  await trainAll(page);
  const rows = await readRuns(page);
  for (const width of [5, 20, 200]) {
    const { metrics } = readReference(`mlp-${width}`);
    const row = rows.find((one) => one["hidden size"] === String(width));
    expect(row).toMatchObject({
      seed: "0",
      train: metrics.trainMse.toFixed(4),
      test: metrics.testMse.toFixed(4),
      random: metrics.randomMse.toFixed(4),
    });
  }
  await page.getByRole("button", { name: "h = 5", exact: true }).click();
  const { trainLoss } = readReference("mlp-5");
  const log = trainLoss.map((loss, epoch) => `Epoch: ${epoch} | Train loss: ${loss.toFixed(4)}`);
  await page.getByText(/log/i).and(page.locator("summary")).click();
  await expect(page.locator("pre").first()).toHaveText(log.join("\n"));
});

test("without a course a run stays on this device, and says so", async ({ page }) => {
  await openLab(page);
  await trainAll(page);
  await expect(page.getByText("Stays on this device until you send it to a class.")).toBeVisible();
});

test("a student joins, trains, is verified, and is ranked on a board that stood open", async ({
  page,
  demo,
  browser,
}) => {
  const pseudonym = await joinDemo(page, demo);
  const fellow = await browser.newContext();
  const board = await fellow.newPage();
  await board.goto("/c/demo/board?width=20");
  const ranking = board.getByRole("table", { name: /^Ranking at/ });
  await expect(ranking.getByRole("row", { name: "PCA floor" })).toBeVisible();

  await openLab(page, labLink({ widths: [20] }));
  const uploaded = page.waitForResponse((response) => response.request().method() === "PUT");
  await trainAll(page);
  expect((await uploaded).status()).toBe(201);
  const row = ranking.getByRole("row", { name: pseudonym });
  await expect(row).toBeVisible();
  await expect(row).toContainText(readReference("mlp-20").metrics.testMse.toFixed(4));
  await expect(page.getByRole("link", { name: "reproduced" })).toHaveCount(1);
  await fellow.close();

  await page.goto("/c/demo/board?width=20");
  const mine = page.getByRole("table", { name: /^Ranking at/ }).getByRole("row", { name: pseudonym });
  await expect(mine).toContainText("you");
});

test("a run link opens without an account, shows the run, and trains it again", async ({
  page,
  demo,
  browser,
}) => {
  const { metrics } = readReference("mlp-20");
  await joinDemo(page, demo);
  await openLab(page, labLink({ widths: [20] }));
  await trainAll(page);
  await page.getByRole("link", { name: "reproduced" }).click();
  await expect(page).toHaveURL(/\/r\//);

  const stranger = await browser.newContext();
  const visit = await stranger.newPage();
  await visit.goto(page.url());
  await expect(visit.getByRole("heading", { level: 1 })).toContainText("hidden size 20");
  await expect(visit.getByText(/^Reproduced: the server trained this from its seed/)).toBeVisible();
  await expect(visit.getByRole("row", { name: /^test error/ })).toContainText(metrics.testMse.toFixed(4));
  const rebuilt = visit.getByText(/Your browser just ran these weights/);
  await expect(rebuilt).toContainText(metrics.testMse.toFixed(4));
  await expect(visit.getByRole("img", { name: /^Its reconstruction, error/ }).first()).toBeVisible();
  await visit.getByRole("tab", { name: "Weights" }).click();
  await expect(visit.getByText(/The replay ends in the same weights, to the last bit/)).toBeVisible();
  await visit.reload();
  await expect(visit.getByRole("tab", { name: "Weights" })).toHaveAttribute("aria-selected", "true");

  await visit.getByRole("link", { name: "Train this again" }).click();
  await expect(visit.getByRole("button", { name: "Train 1 model" })).toBeEnabled();
  await expect(visit.getByRole("button", { name: "Take out 20" })).toBeVisible();
  await trainAll(visit);
  expect(await readRuns(visit)).toMatchObject([{ "hidden size": "20", test: metrics.testMse.toFixed(4) }]);
  await stranger.close();
});
