import type { Page } from "@playwright/test";
import { MLP } from "../client/pages/homework/classes.ts";
import { type Deployments, makeDeployments, versionOf } from "./deployments.ts";
import { expect, joinDemo, openLab, test, trainAll } from "./lab-test.ts";
import { codeBox, expectSaved, openNotebook, paste, saveStatus, textBox } from "./notebook.ts";

test.use({
  serviceWorkers: "allow",
  expectedErrors: [/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|status of (404|503)/],
});

/** Waits until the files of the lab are on this device and its pages come through the service worker. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const { serviceWorker } = navigator;
    if (serviceWorker.controller !== null) return;
    await new Promise((resolve) =>
      serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
    );
  });
}

/** Waits until the service worker of a later build has taken over and done away with what is outdated. */
async function untilTakenOver(page: Page, build: string): Promise<void> {
  const hasTakenOver = () =>
    page.evaluate(
      async (name) => {
        const { installing, waiting, active } = await navigator.serviceWorker.ready;
        const isSettled = installing === null && waiting === null && active?.state === "activated";
        return isSettled && (await caches.has(name));
      },
      `lab-${versionOf(build)}`,
    );
  await expect.poll(hasTakenOver).toBe(true);
}

/** The paths that are kept, of each cache. */
function listKept(page: Page): Promise<string[][]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    return Promise.all(
      names.map(async (name) => {
        const requests = await (await caches.open(name)).keys();
        return requests.map(({ url }) => new URL(url).pathname);
      }),
    );
  });
}

test("the lab opens without a network, trains, and sends what it trained when the network is back", async ({
  page,
  context,
  demo,
}) => {
  await joinDemo(page, demo);
  await untilKept(page);
  await context.setOffline(true);
  // A page that this visit has not opened yet, and then the same one again.
  await openLab(page);
  await page.reload();
  await trainAll(page);
  await expect(page.getByText("Saved on this device; will be sent when the network is back.")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("link", { name: "reproduced" }).first()).toBeVisible();
});

test("the homework opens without a network: its editors write, classes are read, parts train, and all is sent later @whole", async ({
  page,
  context,
  demo,
}) => {
  test.slow();
  await joinDemo(page, demo);
  await untilKept(page);
  await openNotebook(page);
  await context.setOffline(true);
  await page.reload();
  await textBox(page).fill("written in a tunnel");
  await paste(page, "Your MLP autoencoder", MLP);
  const run = page.locator("[id='1e-run']");
  await run.getByRole("button", { name: /^Run part/ }).click();
  await expect(run.getByText(/^Trained 1 model/).first()).toBeVisible();
  await expect(saveStatus(page)).toContainText("Saved on this device");
  await page.reload();
  await expect(textBox(page)).toHaveValue("written in a tunnel");
  await expect(codeBox(page)).toContainText("self.linear_1 = nn.Linear(64, hidden_size)");
  // PyTorch's: test/reference/mlp-5.json.
  await expect(run).toContainText("test loss 0.8612");
  await context.setOffline(false);
  await expectSaved(page);
});

test("every page opens without a network, and says what it needs one for", { tag: "@whole" }, async ({
  page,
  context,
  demo,
}) => {
  await joinDemo(page, demo);
  await untilKept(page);
  await context.setOffline(true);
  for (const path of ["/", "/join", "/sign-in", "/c/demo/runs", "/c/demo/board", "/r/some-run", "/nowhere"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("nothing that the API says is kept, and a file that is not there is not found", {
  tag: "@whole",
}, async ({ page, demo }) => {
  await joinDemo(page, demo);
  await untilKept(page);
  await page.goto("/c/demo/board");
  await expect(page.getByRole("main").getByRole("table")).toHaveCount(2);
  const kept = (await listKept(page)).flat();
  expect(kept).toContain("/");
  expect(kept.filter((path) => path.startsWith("/api/"))).toEqual([]);
  const status = await page.evaluate(async () => (await fetch("/assets/no-such-file.js")).status);
  expect(status).toBe(404);
});

test.describe("a new deployment", () => {
  let deployments: Deployments;
  test.beforeEach(async ({ baseURL }) => {
    deployments = await makeDeployments(baseURL ?? "");
  });
  test.afterEach(() => deployments.stop());

  test("is opened as soon as there is a network, and is what opens without one from then on", {
    tag: "@whole",
  }, async ({ page, context }) => {
    const build = () => page.locator("html").getAttribute("data-build");
    await openLab(page, `${deployments.url}/lab`);
    await untilKept(page);
    await context.setOffline(true);
    deployments.deploy("2");
    await page.reload();
    expect(await build()).toBe("1");

    await context.setOffline(false);
    await page.reload();
    expect(await build()).toBe("2");
    // Its files come after its page.
    await untilTakenOver(page, "2");
    await context.setOffline(true);
    await openLab(page, `${deployments.url}/lab`);
    expect(await build()).toBe("2");
  });

  test("leaves the files of the version before to the tabs that are open, and no older ones", {
    tag: "@whole",
  }, async ({ page, context }) => {
    await openLab(page, `${deployments.url}/lab`);
    await untilKept(page);
    const isBoard = (path: string) => /^\/assets\/board-[\w-]+\.js$/.test(path);
    const board = (await listKept(page)).flat().find(isBoard) ?? "";
    expect(board).not.toBe("");
    const holdBoard = async () => (await listKept(page)).map((paths) => paths.includes(board));

    deployments.deploy("2", [board]);
    const other = await context.newPage();
    await other.goto(deployments.url);
    await untilTakenOver(other, "2");
    expect(await holdBoard()).toEqual([true, false]);
    // The tab that was open asks for a file that no server has any more.
    const opens = () => page.evaluate(async (path) => (await fetch(path, { cache: "reload" })).status, board);
    expect(await opens()).toBe(200);

    deployments.deploy("3", [board]);
    await other.reload();
    await untilTakenOver(other, "3");
    expect(await holdBoard()).toEqual([false, false]);
    expect(await opens()).toBe(404);
  });

  for (const [trouble, what] of [
    ["silent", "never answers"],
    ["failing", "answers that it failed"],
    ["away", "is not there"],
  ] as const) {
    test(`that ${what} leaves the lab that is kept`, async ({ page }) => {
      await openLab(page, `${deployments.url}/lab`);
      await untilKept(page);
      await deployments.suffer(trouble);
      await openLab(page, `${deployments.url}/lab`);
    });
  }
});
