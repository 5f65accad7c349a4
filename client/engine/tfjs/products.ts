import * as tf from "@tensorflow/tfjs-core";
import { multiplyRows } from "./multiply-rows.ts";

type Factors = {
  readonly a: tf.Tensor2D;
  readonly b: tf.Tensor2D;
  readonly bias: tf.Tensor | null;
  /** Data get no gradient. */
  readonly aIsData: boolean;
};

/**
 * a b + bias on the processor, [m, k] [k, n] + [n]. TF.js's own cpu backend takes several times longer than plain loops,
 * forward and backward.
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

function product(a: tf.Tensor, b: tf.Tensor, bias: tf.Tensor | null): tf.Tensor2D {
  const [rows, columns] = [a.shape[0], b.shape[1] ?? 1];
  return tf.tensor2d(multiplyRows(a.dataSync(), b.dataSync(), { columns, bias: bias?.dataSync() }), [
    rows,
    columns,
  ]);
}
