import { expect, test } from "vitest";
import { decode, encode, forward, forwardExactly } from "../../../shared/model/forward.ts";
import { initialWeights } from "../../../shared/model/initial-weights.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import type { Layer } from "../../../shared/spec/layers.ts";
import { core, worstAbsolute } from "../reference.ts";

/** The modules of make_core_reference.py, as layers. */
const layers: Record<string, Layer[]> = {
  linear: [{ kind: "linear", in: 64, out: 5 }],
  conv2d: [
    { kind: "conv2d", in: 1, out: 2, kernel: 3, padding: 1 },
    { kind: "conv2d", in: 2, out: 3, kernel: 5, padding: 1 },
  ],
  "conv2d, stride 2": [
    { kind: "conv2d", in: 1, out: 2, kernel: 4, padding: 1, stride: 2 },
    { kind: "conv2d", in: 2, out: 3, kernel: 3, padding: 2, stride: 3 },
  ],
  convTranspose2d: [
    { kind: "convTranspose2d", in: 1, out: 2, kernel: 3, padding: 1 },
    { kind: "convTranspose2d", in: 2, out: 1, kernel: 2, padding: 0 },
  ],
  "convTranspose2d, stride 2": [
    { kind: "conv2d", in: 1, out: 3, kernel: 3, padding: 0 },
    { kind: "convTranspose2d", in: 3, out: 2, kernel: 3, padding: 1, stride: 2, outputPadding: 1 },
  ],
  maxPool2d: [
    { kind: "conv2d", in: 1, out: 2, kernel: 2, padding: 0 },
    { kind: "maxPool2d", kernel: 2 },
  ],
  upsample2d: [
    { kind: "conv2d", in: 1, out: 2, kernel: 6, padding: 0 },
    { kind: "upsample2d", factor: 3 },
  ],
  flatten: [
    { kind: "conv2d", in: 1, out: 2, kernel: 7, padding: 0 },
    { kind: "flatten" },
    { kind: "linear", in: 8, out: 3 },
  ],
  unflatten: [
    { kind: "linear", in: 64, out: 8 },
    { kind: "unflatten", shape: [2, 2, 2] },
    { kind: "conv2d", in: 2, out: 1, kernel: 1, padding: 0 },
  ],
  relu: [{ kind: "relu" }],
  leakyRelu: [{ kind: "leakyRelu", negativeSlope: 0.2 }],
  sigmoid: [{ kind: "sigmoid" }],
  tanh: [{ kind: "tanh" }],
  dropout: [{ kind: "dropout", p: 0.5 }],
};

test("every module of the reference has its layers here", () => {
  expect(Object.keys(layers)).toEqual(Object.keys(core.layers));
});

for (const [name, reference] of Object.entries(core.layers)) {
  const model = { layers: layers[name] ?? [], latentAfter: 0 };

  test(`${name}: the first weights are PyTorch's to the last bit`, () => {
    const first = initialWeights(model.layers, new Mt19937(3));
    expect(Object.fromEntries(Array.from(first, ([key, values]) => [key, [...values]]))).toEqual(
      reference.weights,
    );
  });

  test(`${name}: the forward pass gives PyTorch's output`, () => {
    const weights = initialWeights(model.layers, new Mt19937(3));
    const { output } = forward(model, weights, Float32Array.from(reference.input));
    expect(worstAbsolute(output, reference.output)).toBeLessThan(1e-6);
  });
}

test("the latent is the output of the layer that latentAfter names", () => {
  const reference = core.layers.conv2d;
  const model = { layers: layers.conv2d ?? [], latentAfter: 0 };
  const weights = initialWeights(model.layers, new Mt19937(3));
  const images = Float32Array.from(reference?.input ?? []);
  const { latent } = forward(model, weights, images);
  const alone = forward({ layers: model.layers.slice(0, 1), latentAfter: 0 }, weights, images);
  expect(latent).toEqual(alone.output);
  expect(latent.length).toBe(2 * 2 * 64);
});

test("a missing tensor is a broken invariant and throws", () => {
  expect(() =>
    forward({ layers: layers.linear ?? [], latentAfter: 0 }, new Map(), new Float32Array(64)),
  ).toThrow("layer 0 has no weights");
});

test("a code decoded is what the whole model gives, wherever the latent is, with every kind of layer between", () => {
  const whole: Layer[] = [
    { kind: "conv2d", in: 1, out: 3, kernel: 3, padding: 1 },
    { kind: "relu" },
    { kind: "maxPool2d", kernel: 2 },
    { kind: "flatten" },
    { kind: "linear", in: 48, out: 12 },
    { kind: "tanh" },
    { kind: "dropout", p: 0.5 },
    { kind: "unflatten", shape: [3, 2, 2] },
    { kind: "upsample2d", factor: 2 },
    { kind: "convTranspose2d", in: 3, out: 1, kernel: 2, padding: 0, stride: 2 },
    { kind: "sigmoid" },
  ];
  const weights = initialWeights(whole, new Mt19937(5));
  const images = Float64Array.from({ length: 3 * 64 }, (_, i) => Math.sin(i));
  const { output } = forwardExactly({ layers: whole, latentAfter: 0 }, weights, images);
  for (const latentAfter of whole.keys()) {
    const model = { layers: whole, latentAfter };
    const codes = encode(model, weights, images);
    expect(codes).toEqual(forwardExactly(model, weights, images).latent);
    expect(decode(model, weights, codes)).toEqual(output);
  }
});
