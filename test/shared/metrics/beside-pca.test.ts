import { expect, test } from "vitest";
import { readExamples } from "../../../shared/dataset/examples.ts";
import { splitExamples } from "../../../shared/dataset/split.ts";
import { besidePca } from "../../../shared/metrics/beside-pca.ts";
import { errorsByDigit } from "../../../shared/metrics/errors-by-digit.ts";
import { rebuild } from "../../../shared/metrics/rebuild.ts";
import { reconstructionErrors } from "../../../shared/metrics/reconstruction-error.ts";
import { initialWeights } from "../../../shared/model/initial-weights.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import { layersOfWidth } from "../../../shared/spec/latent-width.ts";
import { rebuildByPca, trainComponents } from "../../../shared/training/principal-components.ts";
import { digits } from "../digits.ts";
import { readReference, worstAbsolute } from "../reference.ts";

const { spec } = readReference("mlp-20");
const { train, test: places } = splitExamples(spec.dataset.split, digits.labels);

function modelOf(width: number) {
  const layers = layersOfWidth(spec.model, width) ?? [];
  return {
    spec: { ...spec, model: { ...spec.model, layers } },
    weights: initialWeights(layers, new Mt19937(0)),
  };
}

/*
 * scikit-learn 1.2.1: X, y = load_digits(return_X_y=True); X = (X - X.mean()) / X.std();
 * train, test, _, labels = train_test_split(X, y, test_size=0.5, random_state=0);
 * p = PCA(n_components=20, svd_solver="full").fit(train);
 * e = ((test - p.inverse_transform(p.transform(test))) ** 2).mean(1); [e[labels == d].mean() for d in range(10)]
 */
const BY_DIGIT = [
  0.044360777809763524, 0.049920060362961184, 0.06537913365174201, 0.055236828874185996, 0.062212522564012836,
  0.06867272856477195, 0.04535039956435261, 0.06632941078189433, 0.06427285413815906, 0.0617099974018807,
];

test("the mean errors of the digits are NumPy's, of PCA(20)'s reconstructions", () => {
  const images = readExamples(spec.dataset, digits).test;
  const found = reconstructionErrors(images, rebuildByPca(trainComponents(spec.dataset, digits), images, 20));
  const errors = new Float64Array(digits.labels.length);
  for (const [row, place] of places.entries()) errors[place] = found[row] ?? 0;
  const byDigit = errorsByDigit(places, { labels: digits.labels, errors });
  const means = byDigit.map(({ mean }) => mean);
  expect(worstAbsolute(means, BY_DIGIT)).toBeLessThan(1e-7);
  expect(byDigit.map(({ count }) => count)).toEqual([89, 90, 92, 93, 76, 108, 89, 78, 92, 92]);
});

test("a digit without examples has no mean", () => {
  const twos = Int32Array.from(digits.labels.keys()).filter((place) => digits.labels[place] === 2);
  const errors = new Float64Array(digits.labels.length).fill(0.5);
  const [zero, , two] = errorsByDigit(twos, { labels: digits.labels, errors });
  expect(zero).toEqual({ digit: 0, count: 0, mean: Number.NaN });
  expect(two).toEqual({ digit: 2, count: 177, mean: 0.5 });
});

test("PCA beside a model is scikit-learn's of the same width, fitted to the train images", () => {
  const [five, twenty] = besidePca({ models: [modelOf(5), modelOf(20)], places: places.slice(0, 3) }, digits);
  // ((images - r) ** 2).mean() of PCA(5) and PCA(20), and .mean(1)[:3] of PCA(20) on test; as in principal-components.test.ts
  expect(five?.pca?.trainMse).toBeCloseTo(0.23440077733415374, 7);
  expect(five?.pca?.testMse).toBeCloseTo(0.23966182530416813, 7);
  expect(twenty?.pca?.trainMse).toBeCloseTo(0.05332736669463742, 7);
  expect(
    worstAbsolute(twenty?.pca?.errors ?? [], [0.08328577529117699, 0.06688879207161455, 0.05023825452452518]),
  ).toBeLessThan(1e-6);
});

test("images go through a model as all of them do", () => {
  const model = modelOf(20);
  const some = Int32Array.of(train[4] ?? 0, places[7] ?? 0);
  const [found] = besidePca({ models: [model], places: some }, digits);
  const { errors } = rebuild({ ...model, digits });
  expect(
    worstAbsolute(
      found?.errors ?? [],
      Array.from(some, (place) => errors[place] ?? 0),
    ),
  ).toBeLessThan(1e-6);
});

test("a latent of 64 numbers and more has no PCA beside it", () => {
  expect(
    besidePca({ models: [modelOf(63), modelOf(64), modelOf(100)], places: places.slice(0, 1) }, digits).map(
      ({ size, pca }) => [size, pca === null],
    ),
  ).toEqual([
    [63, false],
    [64, true],
    [100, true],
  ]);
});
