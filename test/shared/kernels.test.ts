import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openKernels } from "../../client/command/kernels-in-node.ts";
import { readKernels } from "../../shared/kernels/kernels.ts";

const MEMORY = { module: "env", name: "memory", kind: "memory" };

describe.each([
  { file: "kernels.wasm", script: "kernels:own", imports: [] },
  { file: "kernels-on-shared-memory.wasm", script: "kernels:shared", imports: [MEMORY] },
])("$file", ({ file, script, imports }) => {
  const bytes = readFileSync(new URL(`../../shared/kernels/${file}`, import.meta.url));

  test("is what its sources compile to", () => {
    const folder = mkdtempSync(join(tmpdir(), "kernels-"));
    try {
      const built = join(folder, file);
      execFileSync("npm", ["run", "-s", script, "--", "-o", built], { stdio: "pipe" });
      expect(readFileSync(built).equals(bytes)).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("asks for nothing from outside but a memory that threads share", () => {
    expect(WebAssembly.Module.imports(new WebAssembly.Module(bytes))).toEqual(imports);
  });
});

test("another file is refused with what to do", () => {
  expect(() => readKernels({ memory: {} })).toThrow("npm run kernels");
});

/** Spacing of float32 numbers at `x`: the unit in the last place. */
function ulp(x: number): number {
  const value = new Float32Array([Math.abs(x)]);
  const bits = new Uint32Array(value.buffer);
  const [here = 0] = value;
  bits[0] = (bits[0] ?? 0) + 1;
  return (value[0] ?? 0) - here;
}

test.each([
  ["sigmoid", (x: number) => 1 / (1 + Math.exp(-x))],
  ["tanh", Math.tanh],
] as const)("%s is within one unit in the last place of double precision, from -90 to 90", (name, exact) => {
  const kernels = openKernels();
  const inputs = Float32Array.from({ length: 40_001 }, (_, i) => {
    const x = (i - 20_000) / 20_000;
    return Math.sign(x) * 90 * Math.abs(x) ** 4; // dense near zero
  });
  const address = kernels.reserve(inputs.byteLength * 2);
  const x = new Float32Array(kernels.memory.buffer, address, inputs.length);
  x.set(inputs);
  kernels[name](address, address + inputs.byteLength, inputs.length);
  const y = new Float32Array(kernels.memory.buffer, address + inputs.byteLength, inputs.length);
  const worst = Math.max(
    ...Array.from(inputs, (value, i) => Math.abs((y[i] ?? 0) - exact(value)) / ulp(exact(value))),
  );
  expect(worst).toBeLessThan(1);
});

test.each([
  [1, 1, 1],
  [4, 7, 8],
  [5, 3, 23],
  [3, 900, 17],
  [9, 5, 4],
  [2, 6, 30],
  [8, 6, 16],
])(
  "a product of %i x %i x %i is the one in double precision, with and without bias, also transposed",
  (m, k, n) => {
    const kernels = openKernels();
    const values = (count: number, seed: number) =>
      Float32Array.from({ length: count }, (_, i) => Math.sin(seed + 3.7 * i));
    const [a, b, bias] = [values(m * k, 1), values(k * n, 2), values(n, 3)];
    const base = kernels.reserve(4 * (a.length + b.length + bias.length + m * n + 16));
    const floats = (at: number, count: number) => new Float32Array(kernels.memory.buffer, at, count);
    const [pa, pb, pc] = [base, base + 4 * a.length, base + 4 * (a.length + b.length)];
    const out = pc + 4 * bias.length;
    floats(pb, b.length).set(b);
    floats(pc, n).set(bias);
    const expected = (i: number, j: number) => {
      let sum = bias[j] ?? 0;
      for (let p = 0; p < k; p++) sum += (a[i * k + p] ?? 0) * (b[p * n + j] ?? 0);
      return sum;
    };
    const exact = Array.from({ length: m * n }, (_, at) => expected(Math.floor(at / n), at % n));
    const close = () =>
      Math.max(...Array.from(floats(out, m * n), (value, at) => Math.abs(value - (exact[at] ?? 0))));

    floats(pa, a.length).set(a);
    kernels.product(pa, k, 1, pb, out, m, k, n, pc, false);
    expect(close()).toBeLessThan(1e-4);
    floats(pa, a.length).set(
      Float32Array.from({ length: m * k }, (_, at) => a[(at % m) * k + Math.floor(at / m)] ?? 0),
    );
    floats(out, m * n).set(Float32Array.from({ length: m * n }, (_, at) => bias[at % n] ?? 0));
    kernels.product(pa, 1, m, pb, out, m, k, n, 0, true);
    expect(close()).toBeLessThan(1e-4);
  },
);

test.each([
  [4, 4],
  [9, 6],
  [3, 13],
])("the transpose of %i x %i has every number in its place", (m, n) => {
  const kernels = openKernels();
  const address = kernels.reserve(8 * m * n);
  const numbers = Float32Array.from({ length: m * n }, (_, i) => i);
  new Float32Array(kernels.memory.buffer, address, m * n).set(numbers);
  kernels.transpose(address, address + 4 * m * n, m, n);
  const turned = new Float32Array(kernels.memory.buffer, address + 4 * m * n, m * n);
  expect([...turned]).toEqual(Array.from(numbers, (_, at) => (at % m) * n + Math.floor(at / m)));
});

test("a dot product of float32 is summed in double precision", () => {
  const kernels = openKernels();
  const address = kernels.reserve(64);
  const [x, y] = [
    [1e8, 1, 2, 3, 0.5, 0, 0, 0],
    [1, 1, 1, 1, 0.5, 9, 9, 9],
  ];
  new Float32Array(kernels.memory.buffer, address, 16).set([...x, ...y]);
  expect(kernels.dot(address, address + 32, 8)).toBe(100_000_006.25);
});
