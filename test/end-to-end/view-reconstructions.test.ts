import AxeBuilder from "@axe-core/playwright";
import { expect, labLink, openView, test } from "./lab-test.ts";

test("images, their errors and every width can be read in the reconstructions", async ({ page }) => {
  const link = labLink({ widths: [5, 20, 80] });
  await openView(page, { link, view: "Reconstructions" });
  const gallery = page.getByRole("region", { name: "What does it keep of a digit?" });
  const errors = () => gallery.locator(".strip-examples .strip-error").allInnerTexts();
  await expect(gallery.getByText("1 – 10 of 899")).toBeVisible();

  await gallery.getByRole("button", { name: "worst" }).click();
  await gallery.getByRole("button", { name: "both" }).click();
  await gallery.getByRole("button", { name: "8", exact: true }).click();
  await expect(gallery.getByText("1 – 10 of 174")).toBeVisible();
  await expect(gallery.getByRole("img", { name: /^Image of a 8, (train|test)$/ })).toHaveCount(10);
  const worst = await errors();
  expect(worst).toEqual(worst.toSorted((a, b) => Number(b) - Number(a)));

  await gallery.getByRole("slider", { name: "Page" }).press("ArrowRight");
  await expect(gallery.getByText("11 – 20 of 174")).toBeVisible();
  expect(Number((await errors())[0])).toBeLessThanOrEqual(Number(worst.at(-1)));

  await gallery.getByRole("button", { name: "random" }).click();
  const drawn = await errors();
  await gallery.getByRole("button", { name: "Another page" }).click();
  await expect.poll(errors).not.toEqual(drawn);
  await gallery.getByText("Table", { exact: true }).click();
  await expect(gallery.getByRole("table", { name: "The images of this page" }).getByRole("row")).toHaveCount(
    11,
  );

  const widths = page.getByRole("region", { name: "What does a wider latent keep that a narrow one loses?" });
  for (const name of ["h = 5", "PCA, 5", "h = 20", "PCA, 20", "h = 80"])
    await expect(widths.getByRole("rowheader", { name, exact: true })).toBeVisible();
  // PCA(n_components=20, svd_solver="full").fit(train) in scikit-learn: the mean error on test.
  await expect(widths.getByRole("row", { name: /^PCA, 20/ })).toContainText("0.0584");

  const saved = page.waitForEvent("download");
  await widths.getByRole("button", { name: "svg" }).click();
  expect((await saved).suggestedFilename()).toBe("reconstructions-by-width.svg");

  expect((await new AxeBuilder({ page }).include(".views").analyze()).violations).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
