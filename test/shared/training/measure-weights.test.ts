import { describe, expect, test } from "vitest";
import { openKernels } from "../../../client/command/kernels-in-node.ts";
import type { Weights } from "../../../shared/model/weights.ts";
import { gradientNorm } from "../../../shared/training/gradient-norm.ts";
import { measureWeights } from "../../../shared/training/measure-weights.ts";
import { digits } from "../digits.ts";
import { readReference } from "../reference.ts";

type Numbers = Readonly<Record<string, readonly number[]>> | undefined;

function weightsOf(tensors: Numbers): Weights {
  return new Map(Object.entries(tensors ?? {}).map(([name, values]) => [name, Float32Array.from(values)]));
}

/**
 * PyTorch's, in double precision at the reference's first and last weights: loss = MSELoss()(net(a), a) + latentL1 *
 * latent.abs().mean(); loss.backward(); sum(((p.grad + weightDecay * p) ** 2).sum() for p in net.parameters()) ** 0.5
 */
const NORMS = {
  "mlp-5": [0.9180736283965755, 0.30562960802466527],
  "cae-20": [5.866479614290872, 0.4245627943605276],
  "cae-4-5x5": [2.7945634520376386, 1.5748031907622349],
  "cae-transposed": [0.4100275694237216, 0.2963366129814307],
  "cae-relu": [2.8139884616943975, 1.949617349437515],
  "cae-batch-100": [1.2641199792879008, 0.2577050869148298],
} as const;

describe("the length of the gradient is PyTorch's, of", () => {
  const kernels = openKernels();
  for (const [name, [first, last]] of Object.entries(NORMS)) {
    test(name, () => {
      const { spec, firstWeights, lastWeights } = readReference(name);
      for (const [weights, norm] of [
        [firstWeights, first],
        [lastWeights, last],
      ] as const) {
        expect(gradientNorm(spec, weightsOf(weights), { digits, kernels }) / norm).toBeCloseTo(1, 5);
      }
    });
  }
});

test("a model without its dropout has the slope that it has with it: nothing is dropped when it is looked at", () => {
  const { spec, firstWeights } = readReference("mlp-5");
  const [encoder, decoder] = spec.model.layers;
  if (encoder === undefined || decoder === undefined) throw new Error("mlp-5 has two layers");
  const layers = [encoder, { kind: "dropout", p: 0.5 } as const, decoder];
  const plain = weightsOf(firstWeights);
  const moved: Weights = new Map(
    Array.from(plain, ([name, values]) => [name.replace(/^1\./, "2."), values] as const),
  );
  const kernels = openKernels();
  const dropping = { ...spec, model: { layers, latentAfter: 0 } };
  const ratio =
    gradientNorm(dropping, moved, { digits, kernels }) / gradientNorm(spec, plain, { digits, kernels });
  expect(ratio).toBeCloseTo(1, 5);
});

describe("the errors at the last weights are those that PyTorch ended with, of", () => {
  const kernels = openKernels();
  for (const name of ["mlp-5", "cae-20", "cae-relu", "cae-transposed"]) {
    test(name, () => {
      const { spec, lastWeights, metrics } = readReference(name);
      const found = measureWeights(spec, weightsOf(lastWeights), { digits, kernels });
      expect(found.trainMse).toBeCloseTo(metrics.trainMse, 5);
      expect(found.testMse).toBeCloseTo(metrics.testMse, 5);
    });
  }
});
