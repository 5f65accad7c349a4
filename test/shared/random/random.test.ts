import { expect, test } from "vitest";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import { permutation } from "../../../shared/random/numpy.ts";
import { randn, randperm, uniform } from "../../../shared/random/torch.ts";
import { core, worstAbsolute } from "../reference.ts";

test("the generator gives NumPy's 32-bit numbers, across a refill of its state", () => {
  const generator = new Mt19937(5489);
  expect(core.randint.map(() => generator.nextUint32())).toEqual(core.randint);
});

test("permutation is NumPy's RandomState(seed).permutation(n)", () => {
  expect([...permutation(new Mt19937(0), 10)]).toEqual(core.permutation["seed 0, 10"]);
  expect([...permutation(new Mt19937(4_294_967_295), 1_000)]).toEqual(
    core.permutation["seed 4294967295, 1000"],
  );
});

test("uniform is PyTorch's uniform_ to the last bit", () => {
  const values = uniform(new Mt19937(0), { from: -0.3, to: 0.7, count: 20 });
  expect([...values]).toEqual(core.uniform);
});

test("randn is PyTorch's randn up to the last bits of log and cos, with a last block that is not full too", () => {
  expect(worstAbsolute(randn(new Mt19937(0), 3_200), core.randn["50 x 64"] ?? [])).toBeLessThan(1e-6);
  expect(worstAbsolute(randn(new Mt19937(1), 21), core.randn["seed 1, 21"] ?? [])).toBeLessThan(1e-6);
});

test("randn refuses fewer than 16 numbers, where PyTorch draws in another way", () => {
  expect(() => randn(new Mt19937(0), 15)).toThrow(/16 numbers/);
});

test("randperm is PyTorch's randperm", () => {
  expect([...randperm(new Mt19937(0), 10)]).toEqual(core.randperm["seed 0, 10"]);
  expect([...randperm(new Mt19937(9), 898)]).toEqual(core.randperm["seed 9, 898"]);
});
