import { buildRunAgainLink } from "../../client/state/lab-link.ts";
import { paths } from "../../shared/api/paths.ts";
import { RunView } from "../../shared/api/runs.ts";
import { readReference } from "../shared/reference.ts";
import { momentsHashes, simdHashes } from "../shared/training/pinned-hashes.ts";
import { expect, joinDemo, test, trainAll } from "./lab-test.ts";

const engines = [
  { engine: "simd", option: /^SIMD/, hashes: simdHashes },
  { engine: "moments", option: /^Moments/, hashes: momentsHashes },
] as const;

for (const { engine, option, hashes } of engines) {
  test(`this browser trains the weights that Node and workerd train by ${engine}, to the last bit, and the server reproduces them`, async ({
    tab,
    demo,
    baseURL,
  }) => {
    test.slow();
    await joinDemo(tab, demo);
    for (const [name, hash] of Object.entries(hashes)) {
      await test.step(name, async () => {
        await tab.goto(buildRunAgainLink(readReference(name).spec));
        await tab.pick({ role: "combobox", name: "Engine" }, option);
        await trainAll(tab);
        await tab.press({ role: "link", name: "reproduced" });
        await tab.see({ text: /^Reproduced: the server trained this from its seed/ });
        await tab.see({ text: /Your browser just ran these weights/ });
        const token = (await tab.path()).split("/").at(-1) ?? "";
        const run = RunView.parse(await (await fetch(`${baseURL}${paths.runLink(token)}`)).json());
        expect(run).toMatchObject({ engine, device: "processor", weightsHash: hash });
      });
    }
  });
}
