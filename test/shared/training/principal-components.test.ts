import { describe, expect, test } from "vitest";
import { readExamples } from "../../../shared/dataset/examples.ts";
import { reconstructionErrors } from "../../../shared/metrics/reconstruction-error.ts";
import { eigenvectors } from "../../../shared/training/eigenvectors.ts";
import { pcaFloors } from "../../../shared/training/pca-floor.ts";
import { projectOn, rebuildByPca, trainComponents } from "../../../shared/training/principal-components.ts";
import { digits } from "../digits.ts";
import { readReference, worstAbsolute } from "../reference.ts";

/*
 * scikit-learn 1.2.1: X = load_digits().data; X = (X - X.mean()) / X.std();
 * train, test = train_test_split(X, test_size=0.5, random_state=0); p = PCA(n_components=h,
 * svd_solver="full").fit(train) (of itself it takes randomized, which is a little worse than the best);
 * r = p.inverse_transform(p.transform(images)); ((images - r) ** 2).mean() and .mean(1)[:3]
 */
const REBUILT = [
  {
    h: 2,
    set: "train",
    mse: 0.3661877640771499,
    first: [0.22093669019219783, 0.39727095235095655, 0.3154898625777045],
  },
  {
    h: 2,
    set: "test",
    mse: 0.37659974989147044,
    first: [0.4228104800605207, 0.5741266921790469, 0.48272863544070777],
  },
  {
    h: 5,
    set: "train",
    mse: 0.23440077733415374,
    first: [0.13081408626599722, 0.2639513607848231, 0.2670874073034708],
  },
  {
    h: 5,
    set: "test",
    mse: 0.23966182530416813,
    first: [0.3897556037657281, 0.4389514188032432, 0.24178597126222137],
  },
  {
    h: 20,
    set: "train",
    mse: 0.05332736669463742,
    first: [0.038119879845633885, 0.08564991361419168, 0.10794426387349432],
  },
  {
    h: 20,
    set: "test",
    mse: 0.0584404097694707,
    first: [0.08328577529117699, 0.06688879207161455, 0.05023825452452518],
  },
] as const;

const { dataset } = readReference("mlp-20").spec;
const { train, test: testImages } = readExamples(dataset, digits);
const pca = trainComponents(dataset, digits);
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("PCA of the train images", () => {
  test.each(REBUILT)(
    "of width $h rebuilds the $set images as scikit-learn's does",
    ({ h, set, mse, first }) => {
      const images = set === "train" ? train : testImages;
      const errors = reconstructionErrors(images, rebuildByPca(pca, images, h));
      expect(mean(errors)).toBeCloseTo(mse, 7);
      expect(worstAbsolute(errors.subarray(0, 3), first)).toBeLessThan(1e-6);
    },
  );

  test("has scikit-learn's mean, and its variances over n", () => {
    // p.mean_[[0, 1, 2, 30, 63]]
    const means = [
      -0.8117561971974885, -0.7575278201825751, 0.033318101266964474, -0.3964371595815765,
      -0.7628951339485579,
    ];
    expect(
      worstAbsolute(
        [0, 1, 2, 30, 63].map((i) => pca.mean[i] ?? 0),
        means,
      ),
    ).toBeLessThan(1e-7);
    // PCA(5, svd_solver="full").fit(train).explained_variance_ * (n - 1) / n
    const variances = [
      5.24421888251999, 4.646062767337177, 3.9158616223840195, 2.7199689483476406, 1.7985365808200886,
    ];
    expect(worstAbsolute(pca.variances.subarray(0, 5), variances)).toBeLessThan(1e-6);
  });

  test("codes images as scikit-learn's transform does, once its signs are turned as ours are", () => {
    // c = p.components_; signs = np.sign(c[range(5), np.abs(c).argmax(1)]); (p.transform(test) * signs)[:2]
    const codes = [
      [-2.810106190867651, 0.7404500754858275, -0.7185017799016244, 1.0367831145672408, 0.7241188082719382],
      [-0.4068222026438931, 1.2341784258801072, -1.4228660077308644, 2.530024352332949, -0.47502273282202656],
    ];
    const found = projectOn(pca, testImages.subarray(0, 128), 5);
    expect(worstAbsolute(found, codes.flat())).toBeLessThan(1e-5);
  });

  test("has components whose largest entry is positive", () => {
    for (let row = 0; row < 61; row++) {
      const component = Array.from(pca.components.subarray(row * 64, (row + 1) * 64));
      const largest = component.toSorted((a, b) => Math.abs(b) - Math.abs(a))[0];
      expect(largest).toBeGreaterThan(0);
    }
  });

  test("leaves on the train images just the floor of each width", () => {
    const floors = pcaFloors(train);
    for (const h of [1, 10, 40, 61])
      expect(mean(reconstructionErrors(train, rebuildByPca(pca, train, h)))).toBeCloseTo(floors[h] ?? 1, 9);
  });

  test("of 64 numbers and more gives every image back", () => {
    expect(worstAbsolute(rebuildByPca(pca, testImages, 200), testImages)).toBeLessThan(1e-5);
  });
});

test("eigenvectors come with the largest eigenvalue first, as rows", () => {
  // np.linalg.eigh([[2, 1], [1, 2]]): 1 and 3 along (1, -1) and (1, 1) over the root of 2
  const { values, vectors } = eigenvectors(Float64Array.of(2, 1, 1, 2), 2);
  expect(worstAbsolute(values, [3, 1])).toBeLessThan(1e-12);
  expect(worstAbsolute(vectors.map(Math.abs), new Array(4).fill(Math.SQRT1_2))).toBeLessThan(1e-12);
  expect(vectors[0]).toBeCloseTo(vectors[1] ?? 0, 12);
});
