import { labLink } from "../end-to-end/lab-test.ts";
import { readReference } from "../shared/reference.ts";
import { expect, joinDemo, test, trainAll } from "./lab-test.ts";

const RECONSTRUCTION = `return document.querySelector('[aria-label^="Reconstruction of the 3"]').toDataURL();`;
const RUNS = { role: "table", name: /^All runs of this experiment/ };

test("the home page is alive: reconstructions change while one looks", async ({ tab }) => {
  await tab.goto("/");
  await tab.see({ text: /^Epoch \d+ of \d+: train loss/ });
  const before = await tab.run(RECONSTRUCTION);
  await expect.poll(() => tab.run(RECONSTRUCTION)).not.toBe(before);
  await tab.see({ text: /epochs took \d+ ms on your processor/ });
});

test("without WebGPU the lab trains problem 1's sweep on the processor, and says what trains and why", async ({
  tab,
}) => {
  await tab.goto("/lab");
  expect(await tab.run("return 'gpu' in navigator")).toBe(false);
  await tab.press({ text: "What this machine has" });
  await tab.see({ text: "TensorFlow.js. This browser has no WebGPU." });
  expect(await trainAll(tab)).toMatch(/^Trained 6 models in/);

  const errors = { role: "figure", name: "How does error fall as the hidden layer grows?" };
  for (const line of ["train", "test", "PCA floor"]) {
    const value = await tab.see({ role: "button", name: new RegExp(`^${line}`), within: errors });
    expect(value).toMatch(/\d\.\d{4}/);
  }
  const { metrics } = readReference("mlp-20");
  const row = await tab.see({ role: "row", name: /^20 0 /, within: RUNS });
  expect(row).toContain("Moments, processor");
  for (const error of [metrics.trainMse, metrics.testMse, metrics.randomMse]) {
    expect(row).toContain(error.toFixed(4));
  }
  expect(await tab.texts({ role: "img", name: /^Its reconstruction, error/ })).toHaveLength(10);
});

test("a student joins, trains, is verified and is ranked; a stranger with the run's link sees the run", async ({
  tab,
  openTab,
  demo,
}) => {
  const error = readReference("mlp-20").metrics.testMse.toFixed(4);
  const pseudonym = await joinDemo(tab, demo);
  await tab.goto(labLink({ widths: [20] }));
  await trainAll(tab);
  await tab.press({ role: "link", name: "reproduced" });
  await expect.poll(tab.path).toMatch(/^\/r\//);
  const link = await tab.path();

  await tab.goto("/c/demo/board?width=20");
  const ranking = { role: "table", name: /^Ranking at/ };
  const row = await tab.see({ role: "row", name: new RegExp(pseudonym), within: ranking });
  expect(row).toContain("you");
  expect(row).toContain(error);

  const stranger = await openTab();
  await stranger.goto(link);
  expect(await stranger.see({ role: "heading", name: /hidden size 20/ })).not.toContain(pseudonym);
  await stranger.see({ text: /^Reproduced: the server trained this from its seed/ });
  expect(await stranger.see({ role: "row", name: /test error/ })).toContain(error);
  expect(await stranger.see({ text: /Your browser just ran these weights/ })).toContain(error);
  await stranger.see({ role: "img", name: /^Its reconstruction, error/ });
});
