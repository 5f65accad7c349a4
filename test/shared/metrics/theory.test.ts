import { describe, expect, test } from "vitest";
import { describeData } from "../../../shared/metrics/describe-data.ts";
import { makeReconstructor } from "../../../shared/metrics/evaluate.ts";
import { noiseError } from "../../../shared/metrics/noise-error.ts";
import { squareErrors } from "../../../shared/metrics/reconstruction-error.ts";
import { initialWeights } from "../../../shared/model/initial-weights.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import { randn } from "../../../shared/random/torch.ts";
import { digits } from "../digits.ts";
import { readReference, worstRelative } from "../reference.ts";

const { spec } = readReference("mlp-20");
const { dataset } = spec;

describe("the spectrum of the digits", () => {
  const { spectrum } = describeData(dataset, digits);

  test("is NumPy's eigenvalues of the covariance, of all images and of the train images", () => {
    // Z = ((X - X.mean()) / X.std()).astype("float32"); numpy.linalg.eigvalsh(numpy.cov(Z.T, bias=True))[::-1]
    const picked = ({ variances }: { variances: Float64Array }) =>
      [0, 1, 2, 10, 30, 60].map((k) => variances[k] ?? 0);
    const all = [
      ...[4.941954530607306, 4.519856636944048, 3.9144407380988677],
      ...[0.7873427285893418, 0.12399398885117517, 1.1380503214422905e-5],
    ];
    const train = [
      ...[5.244218875929963, 4.64606276497492, 3.915861617384051],
      ...[0.7612902814775715, 0.12538697034089438, 3.65596863982761e-6],
    ];
    expect(worstRelative(picked(spectrum.all), all)).toBeLessThan(1e-8);
    expect(worstRelative(picked(spectrum.train), train)).toBeLessThan(1e-8);
  });

  test("has rank 61, because three pixels never change", () => {
    // numpy.linalg.matrix_rank(X - X.mean(0)) is 61; numpy.flatnonzero(X.std(0) == 0) is [0, 32, 39]
    expect(spectrum.all.rank).toBe(61);
    expect(spectrum.all.constant).toEqual([0, 32, 39]);
  });

  test("has a lower rank where fewer images are looked at", () => {
    // The same of X[y == 2]: rank 54, numpy.flatnonzero(numpy.ptp(X[y == 2], axis=0) == 0)
    const twos = describeData({ ...dataset, split: { kind: "oneDigit", digit: 2 } }, digits).spectrum.train;
    expect(twos.rank).toBe(54);
    expect(twos.constant).toEqual([0, 7, 15, 23, 24, 31, 32, 39, 40]);
  });
});

describe("what a model is expected to make of noise", () => {
  test("is (64 - h) / 64 for a projection onto h of the pixels", () => {
    const h = 20;
    const projection = new Map([
      ["0.weight", identity(h, 64)],
      ["0.bias", new Float32Array(h)],
      ["1.weight", identity(64, h)],
      ["1.bias", new Float32Array(64)],
    ]);
    expect(noiseError(spec.model, projection)).toEqual({ map: (64 - h) / 64, bias: 0 });
  });

  test("is what it makes of very much noise", () => {
    const weights = initialWeights(spec.model.layers, new Mt19937(0));
    const noise = randn(new Mt19937(1), 20_000 * 64);
    const errors = squareErrors(noise, makeReconstructor(spec.model, weights)(noise));
    const measured = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const expected = noiseError(spec.model, weights);
    expect(((expected?.map ?? 0) + (expected?.bias ?? 0)) / measured).toBeCloseTo(1, 2);
    expect(expected?.bias).toBeGreaterThan(0.001);
  });

  test("is not known of a model with an activation", () => {
    const { model } = readReference("mlp-relu").spec;
    expect(noiseError(model, initialWeights(model.layers, new Mt19937(0)))).toBeNull();
  });
});

/** [rows * columns] with 1 where row and column are the same. */
function identity(rows: number, columns: number): Float32Array {
  return Float32Array.from({ length: rows * columns }, (_, i) =>
    Math.floor(i / columns) === i % columns ? 1 : 0,
  );
}
