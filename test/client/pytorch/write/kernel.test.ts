import { expect, test } from "vitest";
import { makeKernel } from "../../../../client/pytorch/write/kernel.ts";

const net = "class Net(nn.Module):\n    pass\n";

test("a source is needed until it ran, and again when a later one took one of its names", () => {
  const kernel = makeKernel();
  expect(kernel.needs(net)).toBe(true);
  kernel.run(net);
  expect(kernel.needs(net)).toBe(false);
  kernel.run("import torch\n\n\nclass Other(nn.Module):\n    pass\n");
  expect(kernel.needs(net)).toBe(false);
  kernel.run("Net = None\n");
  expect(kernel.needs(net)).toBe(true);
  kernel.run(net);
  expect(kernel.needs(net)).toBe(false);
});

test("what cannot be parsed takes no names", () => {
  const kernel = makeKernel();
  kernel.run(net);
  kernel.run("class Net(");
  expect(kernel.needs(net)).toBe(false);
});
