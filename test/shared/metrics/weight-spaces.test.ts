import { describe, expect, test } from "vitest";
import { openKernels } from "../../../client/command/kernels-in-node.ts";
import { orthonormalBasis, subspaceAngles } from "../../../shared/metrics/subspace-angles.ts";
import { countVarying, matchComponent, weightSpaces } from "../../../shared/metrics/weight-spaces.ts";
import { endsOf, endWeights } from "../../../shared/model/end-weights.ts";
import { initialWeights } from "../../../shared/model/initial-weights.ts";
import type { Weights } from "../../../shared/model/weights.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { trainByMoments } from "../../../shared/training/moments.ts";
import { trainComponents } from "../../../shared/training/principal-components.ts";
import { trainMoments } from "../../../shared/training/second-moments.ts";
import { digits } from "../digits.ts";
import { readReference } from "../reference.ts";

const { spec } = readReference("mlp-20");
const pca = trainComponents(spec.dataset, digits);
const degrees = (radians: number) => (radians * 180) / Math.PI;

function begin({ model, seed }: ExperimentSpec): Weights {
  return initialWeights(model.layers, new Mt19937(seed));
}

function train(one: ExperimentSpec): Weights {
  let weights: Weights = new Map();
  for (const step of trainByMoments(one, trainMoments(one.dataset, digits), openKernels()))
    weights = step.weights();
  return weights;
}

/** Vectors as rows, from a matrix [64, count] that is given by row and column as NumPy's tests below have it. */
function vectors(count: number, value: (row: number, column: number) => number) {
  const values = Float64Array.from({ length: 64 * count }, (_, at) => value(at % 64, Math.floor(at / 64)));
  return { values, length: 64 };
}

describe("principal angles", () => {
  // A = np.arange(64*3).reshape(64,3)**2 % 17 + np.eye(64,3)
  const A = vectors(3, (row, column) => ((3 * row + column) ** 2 % 17) + Number(row === column));
  const column = (i: number, row: number) => A.values[64 * i + row] ?? 0;
  const anglesTo = (b: ReturnType<typeof vectors>) =>
    Array.from(subspaceAngles(orthonormalBasis(A), orthonormalBasis(b)));

  test("are scipy's where one space has more dimensions than the other", () => {
    // scipy.linalg.subspace_angles(A, np.cos(np.arange(64*5).reshape(64,5)))
    const found = anglesTo(vectors(5, (row, i) => Math.cos(5 * row + i)));
    expect(found).toHaveLength(2);
    expect(found[0]).toBeCloseTo(1.5511397991564522, 10);
    expect(found[1]).toBeCloseTo(1.510725260145803, 10);
  });

  test("are the same from either side", () => {
    const [small, large] = [2, 5].map((count) =>
      orthonormalBasis(vectors(count, (row, i) => Math.cos(5 * row + i))),
    );
    if (small === undefined || large === undefined) throw new Error("two spaces");
    const whole = orthonormalBasis(A);
    for (const other of [small, large]) {
      const [there, back] = [subspaceAngles(whole, other), subspaceAngles(other, whole)];
      expect(Array.from(there)).toEqual(Array.from(back, (angle) => expect.closeTo(angle, 12)));
    }
    const near = orthonormalBasis({ values: A.values.slice(0, 64), length: 64 });
    expect(subspaceAngles(near, whole)[0]).toBeLessThan(1e-14);
  });

  test("are told down to a billionth, where cosines are 1", () => {
    // scipy.linalg.subspace_angles(A, np.vstack([A[:,0]+1e-9*np.arange(64), A[:,1]-A[:,2]]).T)
    const near = vectors(2, (row, i) =>
      i === 0 ? column(0, row) + 1e-9 * row : column(1, row) - column(2, row),
    );
    const [largest = 0, smallest = 1] = anglesTo(near);
    expect(largest).toBeCloseTo(2.385847348619963e-9, 14);
    expect(smallest).toBeLessThan(1e-14);
  });

  test("of a space without dimensions are none", () => {
    expect(anglesTo(vectors(2, () => 0))).toEqual([]);
  });
});

describe("the spaces of a linear model and of PCA", () => {
  /*
   * torch 1.13, scikit-learn 1.2.1, scipy 1.10.1: torch.manual_seed(0); m = nn.Sequential(nn.Linear(64, 20), nn.Linear(20, 64)),
   * then 300 epochs of Adam; p = PCA(svd_solver="full").fit(train); W = m[1].weight or m[0].weight.T as float64;
   * a = np.degrees(subspace_angles(W, p.components_[:20].T)); a[0]; a.mean(); Q = orth(W);
   * np.trace(Q.T @ C @ Q) / np.trace(C) for C = np.cov(train.T, bias=True);
   * abs(p.components_[:61] @ (W / np.linalg.norm(W, axis=0))).max(0).mean()
   */
  const begun = {
    encoder: [87.37457364471776, 57.70164109980213, 0.3339685700861955, 0.31298647017676834],
    decoder: [88.65950794289867, 57.30068549726734, 0.31223017991623797, 0.3172950659872903],
  };
  const trained = {
    encoder: [87.74769611016228, 44.112427344942155, 0.6588025719619788, 0.4167139448668135],
    decoder: [88.17019978025814, 35.1063105874553, 0.7775257961475337, 0.43007042888778574],
  };
  const spaces = weightSpaces(spec, [begin(spec), train({ ...spec, epochs: 300 })], pca);
  const numbersOf = (at: number) =>
    Object.fromEntries(
      spaces.map(({ end, largestAngle, meanAngle, captured, meanMatch }) => [
        end,
        [degrees(largestAngle[at] ?? 0), degrees(meanAngle[at] ?? 0), captured[at] ?? 0, meanMatch[at] ?? 0],
      ]),
    );

  test("are as far apart before training as scipy finds them", () => {
    for (const [end, numbers] of Object.entries(numbersOf(0)))
      for (const [i, value] of numbers.entries())
        expect(value).toBeCloseTo(begun[end === "encoder" ? "encoder" : "decoder"][i] ?? 0, 5);
  });

  test("come nearer in training as they do in PyTorch, while the columns do not become components", () => {
    for (const [end, numbers] of Object.entries(numbersOf(1)))
      for (const [i, value] of numbers.entries())
        expect(value).toBeCloseTo(trained[end === "encoder" ? "encoder" : "decoder"][i] ?? 0, i < 2 ? 1 : 3);
    expect(spaces[0]?.capturedByPca).toBeCloseTo(0.8975898429507586, 7);
  });

  test("are those of the products of a longer chain's layers", () => {
    // np.degrees(subspace_angles((W1 @ W0).T, ...[:3].T)) and of W3 @ W2, for nn.Linear 64-30-3-40-64 after manual_seed(0)
    const chain = readReference("linear-4").spec;
    const [encoder, decoder] = weightSpaces(chain, [begin(chain)], trainComponents(chain.dataset, digits));
    expect(degrees(encoder?.largestAngle[0] ?? 0)).toBeCloseTo(87.20804665611257, 6);
    expect(degrees(decoder?.meanAngle[0] ?? 0)).toBeCloseTo(
      (87.32598658939999 + 84.49850970007064 + 77.1192615926743) / 3,
      6,
    );
  });

  test("have no more directions than the narrowest layer on the way lets through", () => {
    const chain = readReference("linear-4").spec;
    const early = { ...chain, model: { ...chain.model, latentAfter: 0 } };
    const [, decoder] = weightSpaces(early, [begin(chain)], pca);
    expect(decoder).toMatchObject({ end: "decoder", count: 30, width: 3 });
    expect(decoder?.capturedByPca).toBeLessThan(0.5);
  });

  test("are not compared where the model is as wide as the data", () => {
    expect(countVarying(pca)).toBe(61);
    const wide = readReference("mlp-200").spec;
    expect(weightSpaces(wide, [begin(wide)], pca)).toEqual([]);
  });
});

test("a decoder's column is matched with the component that it is most alike", () => {
  // c = p.components_[:61] @ (W / np.linalg.norm(W, axis=0)); abs(c).argmax(0)[:4]; abs(c).max(0)[:4]; norms[:4]
  const decoder = endsOf(spec.model).find(({ end }) => end === "decoder");
  if (decoder === undefined) throw new Error("a linear model has a decoder");
  const { pictures } = endWeights(decoder, begin(spec));
  const matches = [0, 1, 2, 3].map((row) => matchComponent(pictures.subarray(64 * row, 64 * (row + 1)), pca));
  expect(matches.map(({ component }) => component)).toEqual([27, 31, 60, 26]);
  for (const [i, cosine] of [
    0.3953224601994989, 0.3251792124714303, 0.27537461602783503, 0.3182307174139596,
  ].entries())
    expect(Math.abs(matches[i]?.cosine ?? 0)).toBeCloseTo(cosine, 6);
  expect(matches[0]?.norm).toBeCloseTo(1.0555364383188583, 6);
});
