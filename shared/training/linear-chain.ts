import { PIXELS } from "../dataset/digits.ts";
import type { LayerOf } from "../spec/layers.ts";
import type { Trained } from "./adam.ts";
import { type Matrix, matrix, multiply, multiplyTransposedA, transpose } from "./products.ts";
import { MOMENTS_SIDE, type SecondMoments } from "./second-moments.ts";

/** What every exact model offers: the loss of its present weights, and the gradients of that loss left in the tensors. */
export type ExactModel = { lossAndGradients(): number };

/**
 * Linear layers in a row are one affine map: [x 1] A_L, with A_l = A_(l-1) W_l^T + (0 .. 0 b_l) and A_0 = [I; 0].
 * With R = A_L - A_0 and the moments C the mean square error is tr(R^T C R) / 64 and its gradient for A_L is
 * 2 C R / 64, whatever the number of images. From there the chain rule as usual.
 */
export function makeLinearChain(
  layers: readonly LayerOf<"linear">[],
  tensors: readonly { readonly weight: Trained; readonly bias: Trained }[],
  moments: SecondMoments,
): ExactModel {
  const C = matrix(MOMENTS_SIDE, MOMENTS_SIDE, moments);
  const residual = matrix(MOMENTS_SIDE, PIXELS);
  const steps = layers.map((layer, index) => ({
    ...tensors[index],
    W: matrix(layer.out, layer.in, tensors[index].weight.value),
    dW: matrix(layer.out, layer.in, tensors[index].weight.gradient),
    Wt: matrix(layer.in, layer.out),
    A: matrix(MOMENTS_SIDE, layer.out),
    dA: matrix(MOMENTS_SIDE, layer.out),
  }));
  const [first, ...later] = steps;
  const last = steps[steps.length - 1];
  const reversed = steps.map((step, index) => ({ ...step, before: steps[index - 1] })).reverse();

  return {
    lossAndGradients() {
      // A_0 is the identity above a row of zeros, so A_1 is W_1^T above b_1.
      transpose(first.W, { ...first.A, rows: PIXELS });
      setLastRow(first.A, first.bias.value);
      let A = first.A;
      for (const step of later) {
        transpose(step.W, step.Wt);
        multiply(A, step.Wt, step.A);
        addToLastRow(step.A, step.bias.value);
        A = step.A;
      }

      residual.data.set(last.A.data);
      for (let i = 0; i < PIXELS; i++) residual.data[i * PIXELS + i] -= 1;
      multiply(C, residual, last.dA);
      let loss = 0;
      for (let i = 0; i < residual.data.length; i++) {
        loss += residual.data[i] * last.dA.data[i];
        last.dA.data[i] *= 2 / PIXELS;
      }

      for (const step of reversed) {
        step.bias.gradient.set(lastRow(step.dA));
        if (step.before === undefined) {
          transpose({ ...step.dA, rows: PIXELS }, step.dW);
        } else {
          multiplyTransposedA(step.dA, step.before.A, step.dW);
          multiply(step.dA, step.W, step.before.dA);
        }
      }
      return loss / PIXELS;
    },
  };
}

function lastRow({ rows, columns, data }: Matrix): Float64Array {
  return data.subarray((rows - 1) * columns, rows * columns);
}

function setLastRow(target: Matrix, values: Float64Array): void {
  lastRow(target).set(values);
}

function addToLastRow(target: Matrix, values: Float64Array): void {
  const row = lastRow(target);
  for (let i = 0; i < row.length; i++) row[i] += values[i];
}
