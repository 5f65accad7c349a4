import { PIXELS } from "../dataset/digits.ts";
import type { Kernels } from "../kernels/kernels.ts";
import type { Weights } from "../model/weights.ts";
import type { LayerOf } from "../spec/layers.ts";
import { MOMENTS_SIDE, type SecondMoments } from "./second-moments.ts";
import { makeSpace } from "./space.ts";

/** Rows of doubles in the kernels' memory. */
type Matrix = { readonly at: number; readonly rows: number; readonly columns: number };

/**
 * The mean square error of a chain of linear layers on images, from their second moments: what makeMeanSquareError makes of
 * chainMap, in double precision too, on the kernels. Nothing else may train on `kernels` until the last call.
 */
export function makeChainScore(
  layers: readonly LayerOf<"linear">[],
  weights: Weights,
  kernels: Kernels,
): (C: SecondMoments) => number {
  const space = makeSpace(kernels);
  const place = (rows: number, columns: number): Matrix => ({
    at: space.takeDoubles(rows * columns),
    rows,
    columns,
  });
  const steps = layers.map((layer, index) => ({
    /** W^T; of the first layer it is the map so far. */
    W: place(layer.in, layer.out),
    map: place(MOMENTS_SIDE, layer.out),
    weight: weights.get(`${index}.weight`) ?? [],
    bias: weights.get(`${index}.bias`) ?? [],
  }));
  const [C, R, CR] = [MOMENTS_SIDE, PIXELS, PIXELS].map((columns) => place(MOMENTS_SIDE, columns));
  const { doubles } = space.settle();
  const open = ({ at, rows, columns }: Matrix) => doubles(at, rows * columns);
  const multiply = (a: Matrix, b: Matrix, out: Matrix) =>
    kernels.productOfDoubles(a.at, a.columns, 1, b.at, out.at, a.rows, a.columns, b.columns);

  let before: Matrix | null = null;
  for (const { W, map, weight, bias } of steps) {
    transposeInto(open(W), weight, W);
    if (before === null) open(map).set(open(W));
    else multiply(before, W, map);
    const last = open(map).subarray(PIXELS * map.columns);
    for (let j = 0; j < map.columns; j++) last[j] += bias[j];
    before = map;
  }
  const [moments, residual, product] = [C, R, CR].map(open);
  if (before !== null) residual.set(open(before));
  for (let i = 0; i < PIXELS; i++) residual[i * PIXELS + i] -= 1;

  return (of) => {
    moments.set(of);
    multiply(C, R, CR);
    let sum = 0;
    for (let i = 0; i < product.length; i++) sum += residual[i] * product[i];
    return sum / PIXELS;
  };
}

/** W [out, in] into W^T [in, out]. */
function transposeInto(target: Float64Array, W: ArrayLike<number>, { rows, columns }: Matrix): void {
  for (let j = 0; j < columns; j++) for (let i = 0; i < rows; i++) target[i * columns + j] = W[j * rows + i];
}
