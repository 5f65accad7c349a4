import { buildRunAgainLink } from "../../client/pages/lab/link.ts";
import { paths } from "../../shared/api/paths.ts";
import { RunView } from "../../shared/api/runs.ts";
import { readReference } from "../shared/reference.ts";
import { hashes } from "../shared/training/simd-hashes.ts";
import { expect, joinDemo, openLab, test, trainAll } from "./lab-test.ts";

test("Chromium trains the weights that Node and workerd train, to the last bit, and the server reproduces them", async ({
  page,
  demo,
}) => {
  await joinDemo(page, demo);
  for (const [name, hash] of Object.entries(hashes)) {
    await test.step(name, async () => {
      await page.goto("about:blank"); // a new hash alone would not load the page anew
      await openLab(page, buildRunAgainLink(readReference(name).spec));
      const engine = page.getByRole("combobox", { name: "Engine" });
      await engine.selectOption(await engine.getByRole("option", { name: /^SIMD/ }).innerText());
      await trainAll(page);
      const link = page.getByRole("link", { name: "reproduced" });
      await expect(link).toBeVisible();
      const token = (await link.getAttribute("href"))?.split("/").at(-1) ?? "";
      const run = RunView.parse(await (await page.request.get(paths.runLink(token))).json());
      expect(run).toMatchObject({ engine: "simd", device: "processor", weightsHash: hash });
    });
  }
});
