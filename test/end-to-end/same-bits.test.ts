import { buildRunAgainLink } from "../../client/state/lab-link.ts";
import { paths } from "../../shared/api/paths.ts";
import { RunView } from "../../shared/api/runs.ts";
import { readReference } from "../shared/reference.ts";
import { momentsHashes, simdHashes } from "../shared/training/pinned-hashes.ts";
import { chooseEngine, expect, joinDemo, openLab, test, trainAll } from "./lab-test.ts";

const engines = [
  { engine: "simd", hashes: simdHashes },
  { engine: "moments", hashes: momentsHashes },
] as const;

for (const { engine, hashes } of engines) {
  test(`Chromium trains the weights that Node and workerd train by ${engine}, to the last bit, and the server reproduces them`, {
    tag: "@whole",
  }, async ({ page, demo }) => {
    test.slow();
    await joinDemo(page, demo);
    for (const [name, hash] of Object.entries(hashes)) {
      await test.step(name, async () => {
        await page.goto("about:blank"); // a new hash alone would not load the page anew
        await openLab(page, buildRunAgainLink(readReference(name).spec));
        await chooseEngine(page, engine);
        await trainAll(page);
        const link = page.getByRole("link", { name: "reproduced" });
        await expect(link).toBeVisible();
        const token = (await link.getAttribute("href"))?.split("/").at(-1) ?? "";
        const run = RunView.parse(await (await page.request.get(paths.runLink(token))).json());
        expect(run).toMatchObject({ engine, device: "processor", weightsHash: hash });
      });
    }
  });
}
