import { PIXELS } from "../dataset/digits.ts";
import { type EndName, endRank, endsOf, endWeights, endWidth } from "../model/end-weights.ts";
import type { Weights } from "../model/weights.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import type { PrincipalComponents } from "../training/principal-components.ts";
import { orthonormalBasis, subspaceAngles, type Vectors } from "./subspace-angles.ts";

/** One of an end's pictures beside the principal components. */
export type Match = {
  readonly norm: number;
  /** The component that it is most alike, from 0, and the cosine of the angle between the two. */
  readonly component: number;
  readonly cosine: number;
};

/** What an end spans beside the space of as many principal components; a number an epoch. */
export type EndSpace = {
  readonly end: EndName;
  /** How many pictures it has. */
  readonly count: number;
  /** How many components it is compared with: as many as its pictures can span. */
  readonly width: number;
  /** Radians, the largest and the mean principal angle; NaN of an end that is all zeros. */
  readonly largestAngle: Float64Array;
  readonly meanAngle: Float64Array;
  /** The share of the images' variance that lies in its space. */
  readonly captured: Float64Array;
  /** The same of PCA, the most that a space of this width can hold. */
  readonly capturedByPca: number;
  /** The mean over its pictures of |cosine| with the component that each is most alike. */
  readonly meanMatch: Float64Array;
};

/** Along how many components the images differ; beyond it a component is no more than a guess. */
export function countVarying({ variances }: PrincipalComponents): number {
  return variances.filter((value) => value > 1e-9 * variances[0]).length;
}

/** A picture's norm, and the principal component that it is most alike, of those along which images differ. */
export function matchComponent(picture: Float64Array, pca: PrincipalComponents): Match {
  const norm = Math.sqrt(dot(picture, picture, 0));
  const varying = countVarying(pca);
  let [component, cosine] = [0, 0];
  for (let k = 0; k < varying; k++) {
    const found = norm === 0 ? 0 : dot(picture, pca.components, k * PIXELS) / norm;
    if (Math.abs(found) > Math.abs(cosine)) [component, cosine] = [k, found];
  }
  return { norm, component, cosine };
}

/**
 * How near each end of a model comes to the space of PCA at one snapshot after the other. An end with as many pictures as
 * the images have directions, or more, has nothing to find, and is left out.
 */
export function weightSpaces(
  { model }: Pick<ExperimentSpec, "model">,
  snapshots: readonly Weights[],
  pca: PrincipalComponents,
): readonly EndSpace[] {
  const total = sum(pca.variances);
  const varying = countVarying(pca);
  return endsOf(model).flatMap((end): readonly EndSpace[] => {
    const [count, width] = [endWidth(end), endRank(end)];
    if (width >= varying) return [];
    const ofPca: Vectors = { values: pca.components.subarray(0, width * PIXELS), length: PIXELS };
    const column = () => new Float64Array(snapshots.length);
    const [largestAngle, meanAngle, captured, meanMatch] = [column(), column(), column(), column()];
    for (const [i, weights] of snapshots.entries()) {
      const { pictures } = endWeights(end, weights);
      const basis = orthonormalBasis({ values: pictures, length: PIXELS });
      const angles = subspaceAngles(basis, ofPca);
      largestAngle[i] = angles[0] ?? Number.NaN;
      meanAngle[i] = sum(angles) / angles.length;
      captured[i] = varianceIn(basis, pca) / total;
      for (let row = 0; row < count; row++) {
        const picture = pictures.subarray(row * PIXELS, (row + 1) * PIXELS);
        meanMatch[i] += Math.abs(matchComponent(picture, pca).cosine) / count;
      }
    }
    const capturedByPca = sum(pca.variances.subarray(0, width)) / total;
    return [{ end: end.end, count, width, largestAngle, meanAngle, captured, capturedByPca, meanMatch }];
  });
}

/** The variance of the images along the rows of an orthonormal basis. */
function varianceIn({ values }: Vectors, { components, variances }: PrincipalComponents): number {
  let variance = 0;
  for (let start = 0; start < values.length; start += PIXELS) {
    const row = values.subarray(start, start + PIXELS);
    for (let k = 0; k < PIXELS; k++) variance += variances[k] * dot(row, components, k * PIXELS) ** 2;
  }
  return variance;
}

function dot(a: Float64Array, b: Float64Array, start: number): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i] * b[start + i];
  return total;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
