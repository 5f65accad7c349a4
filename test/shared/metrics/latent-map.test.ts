import { describe, expect, test } from "vitest";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { spreadOfDigits } from "../../../shared/metrics/digit-spread.ts";
import { mapLatent } from "../../../shared/metrics/latent-map.ts";
import { encode } from "../../../shared/model/forward.ts";
import { initialWeights } from "../../../shared/model/initial-weights.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { componentsOfCodes } from "../../../shared/training/code-components.ts";
import { digits } from "../digits.ts";
import { readReference, worstAbsolute } from "../reference.ts";

const { spec, lastWeights = {} } = readReference("mlp-5");
const weights = new Map(
  Object.entries(lastWeights).map(([name, values]) => [name, Float32Array.from(values)]),
);
const images = scaleImages(digits, "standardize");

/** The encoder of mlp-5 with what PyTorch trained, and the same with a ReLU behind it. */
const [first, second] = spec.model.layers;
if (first === undefined || second === undefined) throw new TypeError("mlp-5 has two layers");
const relu: ExperimentSpec = {
  ...spec,
  model: { layers: [first, { kind: "relu" }, second], latentAfter: 1 },
};
const reluWeights = new Map([...weights].map(([name, values]) => [name.replace("1.", "2."), values]));

/*
 * scikit-learn 1.2.1, with W and b of mlp-5's last weights: C = X @ W.T + b (and np.maximum(C, 0));
 * p = PCA(svd_solver="full").fit(C); s = np.sign(p.components_[range(5), np.abs(p.components_).argmax(1)]);
 * p.mean_, p.explained_variance_ratio_, (p.components_ * s[:, None])[0], (p.transform(C) * s)[:2, :3]
 */
const SCIKIT_LEARN = {
  linear: {
    mean: [
      -0.46985758670699285, 0.4415357318978227, 0.6563297179822185, -0.6041618966006702, 1.1549043405888886,
    ],
    shares: [
      0.3919322587655089, 0.3410945329056192, 0.12027670440697365, 0.09583300088562927, 0.050863503036269096,
    ],
    component: [
      -0.5347117804294201, 0.7810578530559222, 0.16851086791284406, -0.2216746240043425, 0.1627771191459869,
    ],
    positions: [
      [-0.3227972445905949, -0.6088563248481634, 0.3041970144576834],
      [-0.2866555613253945, 0.6038539898705408, 0.015569072607120451],
    ],
  },
  relu: {
    mean: [
      0.012148924974082207, 0.4816854600805755, 0.6575017831814796, 0.0010663358392976757, 1.1549043405888886,
    ],
    shares: [
      0.4735155622206892, 0.33071510799372317, 0.1877391845233132, 0.007438574486520588,
      0.0005915707757539081,
    ],
    component: [
      -0.015207897853485879, 0.7184670090043023, 0.5159879557136056, 0.001181817642615623,
      -0.46618548849234176,
    ],
    positions: [
      [0.3243749461396661, -0.6082849130415942, 0.21200860539624983],
      [-0.666469227203154, 0.08022283015408214, 0.13977810428710305],
    ],
  },
} as const;

describe.each([
  { name: "an affine encoder", one: spec, trained: weights, expected: SCIKIT_LEARN.linear },
  { name: "an encoder with a ReLU", one: relu, trained: reluWeights, expected: SCIKIT_LEARN.relu },
])("the codes of $name", ({ one, trained, expected }) => {
  const map = mapLatent({ spec: one, weights: trained, digits });

  test("lie where scikit-learn's PCA of all codes puts them", () => {
    expect(map.fitted).toBe(1797);
    expect(worstAbsolute(map.mean, expected.mean)).toBeLessThan(1e-6);
    expect(worstAbsolute(map.shares, expected.shares)).toBeLessThan(1e-6);
    expect(worstAbsolute(map.components.subarray(0, 5), expected.component)).toBeLessThan(1e-5);
    const found = [...map.positions.subarray(0, 3), ...map.positions.subarray(5, 8)];
    expect(worstAbsolute(found, expected.positions.flat())).toBeLessThan(1e-5);
  });

  test("come back from all their components", () => {
    const codes = encode(one.model, trained, Float64Array.from(images.subarray(0, 64)));
    const back = Array.from(map.mean, (mean, i) =>
      map.shares.reduce(
        (sum, _share, k) => sum + (map.positions[k] ?? 0) * (map.components[k * 5 + i] ?? 0),
        mean,
      ),
    );
    expect(worstAbsolute(back, codes)).toBeLessThan(1e-5);
  });
});

test("codes that are longer than there are of them have scikit-learn's components, too", () => {
  // PCA(svd_solver="full").fit(X[:40]): ratios, and the first component's entries 1 to 4 with our sign
  const found = componentsOfCodes(images.subarray(0, 40 * 64), { size: 64, most: 5 });
  const shares = [
    0.17362183308615925, 0.16305487554172296, 0.14008513379008536, 0.10975015509273017, 0.07359054895140797,
  ];
  expect(worstAbsolute(found.shares, shares)).toBeLessThan(1e-7);
  const entries = [0.035079466592471964, 0.28473212506590645, 0.19110018251382604, -0.1723618147883626];
  expect(worstAbsolute(found.components.subarray(1, 5), entries)).toBeLessThan(1e-6);
});

test("a code of two numbers is its own place", () => {
  const layers: ExperimentSpec["model"]["layers"] = [
    { kind: "linear", in: 64, out: 2 },
    { kind: "linear", in: 2, out: 64 },
  ];
  const two = { ...spec, model: { layers, latentAfter: 0 } };
  const drawn = initialWeights(layers, new Mt19937(0));
  const map = mapLatent({ spec: two, weights: drawn, digits });
  const codes = encode(two.model, drawn, Float64Array.from(images.subarray(0, 128)));
  expect(map.axes).toBe("code");
  expect(worstAbsolute(map.positions.subarray(0, 4), codes)).toBeLessThan(1e-6);
});

test("wide codes behind a ReLU are placed by a seeded part of them, the same each time", () => {
  const layers: ExperimentSpec["model"]["layers"] = [
    { kind: "linear", in: 64, out: 600 },
    { kind: "relu" },
    { kind: "linear", in: 600, out: 64 },
  ];
  const wide = { ...spec, model: { layers, latentAfter: 1 } };
  const drawn = initialWeights(layers, new Mt19937(0));
  const map = mapLatent({ spec: wide, weights: drawn, digits });
  expect([map.size, map.fitted, map.shares.length]).toEqual([600, 512, 10]);
  expect(map.positions).toEqual(mapLatent({ spec: wide, weights: drawn, digits }).positions);
});

test("digits' means, spreads and neighbours are NumPy's", () => {
  const { positions } = mapLatent({ spec, weights, digits });
  const points = Float32Array.from({ length: 2 * 1797 }, (_, at) => positions[(at >> 1) * 5 + (at & 1)] ?? 0);
  const found = spreadOfDigits(points, digits.labels);
  /*
   * z = (p.transform(C) * s)[:, :2]; m = [z[y == d].mean(0) for d in range(10)];
   * s = [np.sqrt(((z[y == d] - m[d]) ** 2).sum(1).mean()) for d in range(10)];
   * D = np.sqrt(((m[:, None] - m[None]) ** 2).sum(-1)) / np.sqrt((s[:, None] ** 2 + s[None] ** 2) / 2), its diagonal infinite
   */
  expect(worstAbsolute(found[0]?.mean ?? [], [-0.6045103526092749, -0.3353011554278204])).toBeLessThan(1e-5);
  const spreads = [
    0.4352747009927577, 0.4962824587756612, 0.4596376700945351, 0.4722872738677234, 0.47809567576491546,
    0.42604239264449906, 0.5208530032002261, 0.420819350968338, 0.47761573504058913, 0.4296144206122179,
  ];
  expect(
    worstAbsolute(
      found.map(({ spread }) => spread),
      spreads,
    ),
  ).toBeLessThan(1e-5);
  expect(found.map(({ nearest }) => nearest?.digit)).toEqual([4, 4, 4, 5, 2, 3, 4, 8, 7, 3]);
  expect(found[7]?.nearest?.distance).toBeCloseTo(0.2606598592714757, 4);
});

test("a digit without points has no neighbour and is none", () => {
  const found = spreadOfDigits(Float32Array.of(0, 0, 1, 1), Uint8Array.of(3, 5));
  expect(found[0]?.nearest).toBeNull();
  expect(found[3]?.nearest?.digit).toBe(5);
});
