import * as tf from "@tensorflow/tfjs-core";
import type { Constants } from "./constants.ts";
import { multiplyRows } from "./multiply-rows.ts";
import { stackOf } from "./ranks.ts";

type Factors = {
  /** [runs, m, k], or [1, m, k] where all runs share it. */
  readonly a: tf.Tensor3D;
  /** [runs, k, n], or [runs, n, k] where `transposeB`. */
  readonly b: tf.Tensor3D;
  readonly transposeB?: boolean;
  /** [runs, 1, n] */
  readonly bias: tf.Tensor3D | null;
  /** Data get no gradient. */
  readonly aIsData: boolean;
};

/** a b + bias, run by run: [runs, m, n]. What is shared must be data. */
export function multiply(
  { a, b, transposeB = false, bias, aIsData }: Factors,
  constants: Constants,
): tf.Tensor3D {
  const inputs = [...(aIsData ? [] : [a]), b, ...(bias === null ? [] : [bias])];
  const operation = tf.customGrad<tf.Tensor3D>((...given) => {
    const save = given.at(-1);
    if (typeof save === "function") save([a, b]);
    return {
      value: product(a, b, { transposeB, bias }),
      gradFunc: (dy, [left, right]) => [
        ...(aIsData ? [] : [product(dy, right, { transposeB: !transposeB })]),
        transposeB ? product(dy, left, { transposeA: true }) : product(left, dy, { transposeA: true }),
        ...(bias === null ? [] : [columnSums(dy, constants)]),
      ],
    };
  });
  return operation(...inputs);
}

/** Adds a bias [runs, 1, n] to each row of [runs, m, n]. */
export function addBias(rows: tf.Tensor3D, bias: tf.Tensor3D, constants: Constants): tf.Tensor3D {
  const operation = tf.customGrad<tf.Tensor3D>(() => ({
    value: tf.add(rows, bias),
    gradFunc: (dy) => [tf.clone(dy), columnSums(dy, constants)],
  }));
  return operation(rows, bias);
}

/** [runs, m, n] to [runs, 1, n], as a product with ones: to sum along the middle TF.js would lay everything out anew. */
function columnSums(rows: tf.Tensor, constants: Constants): tf.Tensor3D {
  const count = rows.shape[1] ?? 1;
  return product(
    constants.get(`ones ${count}`, () => tf.ones([1, 1, count])),
    rows,
    {},
  );
}

type Manner = {
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
  readonly bias?: tf.Tensor3D | null;
};

function product(
  a: tf.Tensor,
  b: tf.Tensor,
  { transposeA = false, transposeB = false, bias = null }: Manner,
): tf.Tensor3D {
  if (tf.getBackend() === "cpu")
    return productInLoops(transposeA ? turned(a) : a, transposeB ? turned(b) : b, bias);
  return stackOf(
    bias === null
      ? tf.matMul(a, b, transposeA, transposeB)
      : tf.fused.matMul({ a, b, transposeA, transposeB, bias }),
  );
}

/** TF.js's own cpu backend takes several times longer than plain loops. */
function productInLoops(a: tf.Tensor, b: tf.Tensor, bias: tf.Tensor | null): tf.Tensor3D {
  const [runs, rows, columns] = [Math.max(a.shape[0], b.shape[0]), a.shape[1] ?? 1, b.shape[2] ?? 1];
  const [left, right, biases] = [a.dataSync(), b.dataSync(), bias?.dataSync()];
  const result = new Float32Array(runs * rows * columns);
  for (let run = 0; run < runs; run++) {
    result.set(
      multiplyRows(partOf(left, a, run), partOf(right, b, run), {
        columns,
        bias: biases?.subarray(run * columns, (run + 1) * columns),
      }),
      run * rows * columns,
    );
  }
  return tf.tensor3d(result, [runs, rows, columns]);
}

function partOf(values: tf.TypedArray, { shape, size }: tf.Tensor, run: number): tf.TypedArray {
  const part = size / shape[0];
  const from = shape[0] === 1 ? 0 : run * part;
  return values.subarray(from, from + part);
}

function turned(matrices: tf.Tensor): tf.Tensor {
  return tf.transpose(matrices, [0, 2, 1]);
}
