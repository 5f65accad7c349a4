import { PIXELS } from "../dataset/digits.ts";
import type { LayerOf } from "../spec/layers.ts";
import type { ExactBench, Placed } from "./exact-model.ts";
import { type Matrix, multiply, multiplyTransposedA, placeMatrix, transpose } from "./products.ts";
import { MOMENTS_SIDE } from "./second-moments.ts";

/**
 * Linear layers in a row are one affine map: [x 1] A_L, with A_l = A_(l-1) W_l^T + (0 .. 0 b_l) and A_0 = [I; 0].
 * With R = A_L - A_0 and the moments C the mean square error is tr(R^T C R) / 64 and its gradient for A_L is
 * 2 C R / 64, whatever the number of images. From there the chain rule as usual.
 */
export function placeLinearChain(layers: readonly LayerOf<"linear">[], bench: ExactBench): Placed {
  const { kernels, space, tensor, moments } = bench;
  const C = placeMatrix(space, MOMENTS_SIDE, MOMENTS_SIDE);
  const R = placeMatrix(space, MOMENTS_SIDE, PIXELS);
  const placed = layers.map((layer, index) => {
    const [weight, bias] = [tensor(`${index}.weight`), tensor(`${index}.bias`)];
    return {
      bias,
      W: { rows: layer.out, columns: layer.in, at: weight.at },
      dW: { rows: layer.out, columns: layer.in, at: weight.gradientAt },
      Wt: placeMatrix(space, layer.in, layer.out),
      A: placeMatrix(space, MOMENTS_SIDE, layer.out),
      dA: placeMatrix(space, MOMENTS_SIDE, layer.out),
    };
  });

  return (doubles) => {
    const whole = ({ at, rows, columns }: Matrix) => doubles(at, rows * columns);
    const lastRow = ({ at, rows, columns }: Matrix) => doubles(at + 8 * (rows - 1) * columns, columns);
    const steps = placed.map(({ bias, ...matrices }) => ({
      ...matrices,
      b: doubles(bias.at, bias.count),
      db: doubles(bias.gradientAt, bias.count),
      lastRowOfA: lastRow(matrices.A),
      lastRowOfSlope: lastRow(matrices.dA),
    }));
    const [first, ...later] = steps;
    const last = steps[steps.length - 1];
    const reversed = steps.map((step, index) => ({ ...step, before: steps[index - 1] })).reverse();
    const [residual, output, slope] = [whole(R), whole(last.A), whole(last.dA)];
    whole(C).set(moments);

    function forward(): void {
      // A_0 is the identity above a row of zeros, so A_1 is W_1^T above b_1.
      transpose(kernels, first.W, { ...first.A, rows: PIXELS });
      first.lastRowOfA.set(first.b);
      let { A } = first;
      for (const step of later) {
        transpose(kernels, step.W, step.Wt);
        multiply(kernels, A, step.Wt, step.A);
        for (let i = 0; i < step.b.length; i++) step.lastRowOfA[i] += step.b[i];
        A = step.A;
      }
    }

    /** Leaves 2 C R / 64 in the last slope. */
    function loss(): number {
      residual.set(output);
      for (let i = 0; i < PIXELS; i++) residual[i * PIXELS + i] -= 1;
      multiply(kernels, C, R, last.dA);
      let sum = 0;
      for (let i = 0; i < residual.length; i++) {
        sum += residual[i] * slope[i];
        slope[i] *= 2 / PIXELS;
      }
      return sum / PIXELS;
    }

    function backward(): void {
      for (const { before, W, dW, dA, db, lastRowOfSlope } of reversed) {
        db.set(lastRowOfSlope);
        if (before === undefined) {
          transpose(kernels, { ...dA, rows: PIXELS }, dW);
        } else {
          multiplyTransposedA(kernels, dA, before.A, dW);
          multiply(kernels, dA, W, before.dA);
        }
      }
    }

    return {
      lossAndGradients() {
        forward();
        const value = loss();
        backward();
        return value;
      },
    };
  };
}
