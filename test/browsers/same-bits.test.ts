import { buildRunAgainLink } from "../../client/state/lab-link.ts";
import { paths } from "../../shared/api/paths.ts";
import { RunView } from "../../shared/api/runs.ts";
import { encodeSafetensors } from "../../shared/model/safetensors.ts";
import { sha256Hex } from "../../shared/spec/identity.ts";
import { readReference } from "../shared/reference.ts";
import { momentsHashes, simdHashes } from "../shared/training/pinned-hashes.ts";
import { trainOnKernels } from "../shared/training/train-on-kernels.ts";
import { wideRelu } from "../shared/training/wide-relu.ts";
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

test("a large run trains in this browser, too, on several threads if it lets them share memory, to the weights of one", async ({
  tab,
  demo,
  baseURL,
}) => {
  await joinDemo(tab, demo);
  await tab.goto(buildRunAgainLink(wideRelu));
  await trainAll(tab);
  await tab.press({ role: "link", name: "reproduced" });
  await tab.see({ text: /^Reproduced: the server trained this from its seed/ });
  const token = (await tab.path()).split("/").at(-1) ?? "";
  const run = RunView.parse(await (await fetch(`${baseURL}${paths.runLink(token)}`)).json());
  const { weights } = trainOnKernels(wideRelu);
  expect(run.weightsHash).toBe(sha256Hex(encodeSafetensors(wideRelu.model.layers, weights)));
});
