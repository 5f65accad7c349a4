import { PIXELS } from "../dataset/digits.ts";
import type { LayerOf } from "../spec/layers.ts";
import { placeChainParameters } from "./chain-parameters.ts";
import type { ExactBench, Placed } from "./exact-model.ts";
import { multiply, multiplyTransposedA, placeMatrix, takeRows, transpose } from "./products.ts";
import { MOMENTS_SIDE } from "./second-moments.ts";

/**
 * Linear layers in a row are one affine map: [x 1] A_L, with A_l = A_(l-1) W_l^T + (0 .. 0 b_l) and A_0 = [I; 0], so that A_1
 * is the first layer's [W^T; b] itself. With R = A_L - A_0 and the moments C the mean square error is tr(R^T C R) / 64 and
 * its gradient for A_L is 2 C R / 64, whatever the number of images. From there the chain rule as usual. In float32 as
 * PyTorch, with the loss summed in double precision.
 */
export function placeLinearChain(
  layers: readonly LayerOf<"linear">[],
  { kernels, space, moments }: ExactBench,
): Placed {
  const parameters = placeChainParameters(layers, space);
  const C = placeMatrix(space, MOMENTS_SIDE, MOMENTS_SIDE); // times 2 / 64
  const R = placeMatrix(space, MOMENTS_SIDE, PIXELS);
  const steps = parameters.layers.map(({ P, dP }, index) => ({
    weight: takeRows(P, 0, P.rows - 1), // W^T
    bias: takeRows(P, P.rows - 1, 1),
    dWeight: takeRows(dP, 0, P.rows - 1),
    dBias: takeRows(dP, P.rows - 1, 1),
    A: index === 0 ? P : placeMatrix(space, MOMENTS_SIDE, P.columns),
    dA: index === 0 ? dP : placeMatrix(space, MOMENTS_SIDE, P.columns),
    W: placeMatrix(space, P.columns, P.rows - 1),
  }));
  const later = steps.slice(1).map((step, index) => ({ ...step, before: steps[index] }));
  const reversed = later.toReversed();
  const last = steps[steps.length - 1];

  return (settled, start) => {
    const { floats } = settled;
    const opened = parameters.open(kernels, settled, start);
    const whole = ({ at, rows, columns }: typeof R) => floats(at, rows * columns);
    const [residual, output] = [whole(R), whole(last.A)];
    const biases = later.map(({ dBias, dA }) => ({
      gradient: whole(dBias),
      slope: whole(takeRows(dA, MOMENTS_SIDE - 1, 1)),
    }));
    whole(C).set(moments.map((value) => (value * 2) / PIXELS));

    function forward(): void {
      for (const { before, weight, bias, A } of later) {
        multiply(kernels, takeRows(before.A, 0, PIXELS), weight, takeRows(A, 0, PIXELS));
        multiply(kernels, takeRows(before.A, PIXELS, 1), weight, takeRows(A, PIXELS, 1), bias.at);
      }
    }

    function backward(): void {
      for (const { before, weight, dWeight, dA, W } of reversed) {
        multiplyTransposedA(kernels, before.A, dA, dWeight);
        transpose(kernels, weight, W);
        multiply(kernels, dA, W, before.dA);
      }
      for (const { gradient, slope } of biases) gradient.set(slope);
    }

    return {
      ...opened,
      lossAndGradients() {
        forward();
        residual.set(output);
        for (let i = 0; i < PIXELS; i++) residual[i * PIXELS + i] -= 1;
        multiply(kernels, C, R, last.dA);
        const loss = kernels.dot(R.at, last.dA.at, residual.length) / 2;
        backward();
        return loss;
      },
    };
  };
}
