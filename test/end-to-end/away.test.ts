import type { Page } from "@playwright/test";
import { CNN, MLP } from "../client/pages/homework/classes.ts";
import { expect, joinDemo, labLink, looksRight, openLab, test, trainAll } from "./lab-test.ts";
import { expectSaved, openNotebook, paste } from "./notebook.ts";

test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

test("what is trained without a network waits on the device and is sent when it is back", async ({
  page,
  context,
  demo,
}) => {
  await joinDemo(page, demo);
  await openLab(page, labLink({ widths: [5, 20] }));
  await trainAll(page);
  await expect(page.getByRole("link", { name: "reproduced" })).toHaveCount(2);

  await context.setOffline(true);
  await page.getByRole("textbox", { name: "Epochs" }).fill("20");
  await trainAll(page);
  await expect(page.getByText("Saved on this device; will be sent when the network is back.")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("link", { name: "reproduced" })).toHaveCount(2);
});

test("a run that waits survives a closed page", async ({ page, context, demo }) => {
  await joinDemo(page, demo);
  await openLab(page, labLink({ widths: [5] }));
  await trainAll(page);
  await context.setOffline(true);
  await page.getByRole("textbox", { name: "Epochs" }).fill("21");
  await trainAll(page);
  await expect(page.getByText("Saved on this device; will be sent when the network is back.")).toBeVisible();
  await page.close();

  await context.setOffline(false);
  const later = await context.newPage();
  await later.goto("/c/demo/runs");
  const runs = later.getByRole("table", { name: /^Runs that the server has/ });
  await expect(runs.getByRole("link")).toHaveCount(2);
  await expect(runs.getByText("reproduced")).toHaveCount(2);
});

test.describe("without the files that the lab keeps on a device", () => {
  test.use({ serviceWorkers: "block", expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test("a view that cannot be loaded says so in its place, the lab trains on, and the view comes later", async ({
    page,
  }) => {
    await openLab(page, labLink({ widths: [5] }));
    const away = /\/assets\/reconstructions-.*\.js/;
    await page.route(away, (route) => route.abort("internetdisconnected"));
    await trainAll(page);
    await expect(page.getByText("This view could not be loaded")).toBeVisible();
    await page.getByRole("textbox", { name: "Epochs" }).fill("22");
    await trainAll(page);
    await page.unroute(away);
    // A view that is loading just then comes by itself.
    const again = page.getByRole("button", { name: "Try again" });
    await expect(async () => {
      if (await again.isVisible()) await again.click({ timeout: 1_000 });
      await expect(page.getByRole("heading", { name: "What does it keep of a digit?" })).toBeVisible({
        timeout: 2_000,
      });
    }).toPass();
  });

  test("a plot whose file did not come is drawn when the network is back", async ({ page }) => {
    const away = /\/assets\/chart-.*\.js/;
    await page.route(away, (route) => route.abort("internetdisconnected"));
    await openLab(page, labLink({ widths: [5] }));
    await trainAll(page);
    await expect(page.locator(".plot-canvas canvas")).toHaveCount(0);
    await page.unroute(away);
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await expect(page.locator(".plot-canvas canvas").first()).toBeVisible();
  });

  for (const { when, tag, comeBack } of [
    {
      when: "it is asked for again",
      tag: [],
      comeBack: (page: Page) => page.getByRole("button", { name: "Try again" }).first().click(),
    },
    {
      when: "the network is back",
      tag: "@whole",
      comeBack: (page: Page) => page.evaluate(() => dispatchEvent(new Event("online"))),
    },
  ])
    test(`the editors of a page that did not come say so in their places, and are there when ${when}`, {
      tag,
    }, async ({ page, demo }) => {
      const away = /\/assets\/python-editor-.*\.js/;
      await page.route(away, (route) => route.abort("internetdisconnected"));
      await joinDemo(page, demo);
      await openNotebook(page);
      const missing = page.getByText(/^The editor could not be loaded/);
      await expect(missing).toHaveCount(5);
      await looksRight(page);
      await page.unroute(away);
      await comeBack(page);
      await expect(missing).toHaveCount(0);
      await paste(page, "Your MLP autoencoder", MLP);
      await paste(page, "Your convolutional autoencoder", CNN);
      await expectSaved(page);
    });
});
