import * as tf from "@tensorflow/tfjs-core";
import { multiplyRows } from "./multiply-rows.ts";
import { matrixOf } from "./ranks.ts";

type Factors = {
  readonly a: tf.Tensor2D;
  readonly b: tf.Tensor2D;
  readonly bias: tf.Tensor | null;
  /** Data get no gradient. */
  readonly aIsData: boolean;
};

/**
 * a b + bias on the processor, [m, k] [k, n] + [n]. The wasm backend is ten times slower on matrices that it is asked to
 * read transposed, as TF.js's own gradient does; here the gradient lays them out first.
 */
export function multiplyOnProcessor({ a, b, bias, aIsData }: Factors): tf.Tensor2D {
  const inputs = [...(aIsData ? [] : [a]), b, ...(bias === null ? [] : [bias])];
  const operation = tf.customGrad<tf.Tensor2D>((...given) => {
    const save = given.at(-1);
    if (typeof save === "function") save([a, b]);
    return {
      value: product(a, b, bias),
      gradFunc: (dy, [left, right]) => [
        ...(aIsData ? [] : [product(dy, tf.transpose(right), null)]),
        product(tf.transpose(left), dy, null),
        ...(bias === null ? [] : [columnSums(dy)]),
      ],
    };
  });
  return operation(...inputs);
}

function columnSums(rows: tf.Tensor): tf.Tensor {
  return tf.reshape(product(tf.ones([1, rows.shape[0]]), rows, null), [-1]);
}

/** TF.js's cpu backend takes several times longer than plain loops. */
function product(a: tf.Tensor, b: tf.Tensor, bias: tf.Tensor | null): tf.Tensor2D {
  if (tf.getBackend() !== "cpu")
    return matrixOf(bias === null ? tf.matMul(a, b) : tf.fused.matMul({ a, b, bias }));
  const [rows, columns] = [a.shape[0], b.shape[1] ?? 1];
  return tf.tensor2d(multiplyRows(a.dataSync(), b.dataSync(), { columns, bias: bias?.dataSync() }), [
    rows,
    columns,
  ]);
}
