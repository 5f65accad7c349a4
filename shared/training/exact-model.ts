import type { Kernels } from "../kernels/kernels.ts";
import type { ExactTensor } from "./exact-parameters.ts";
import type { SecondMoments } from "./second-moments.ts";
import type { Space } from "./space.ts";

/** What every exact model offers: the loss of its present weights, and the gradients of that loss left in the tensors. */
export type ExactModel = { lossAndGradients(): number };

/** What exact models are made of. */
export type ExactBench = {
  readonly kernels: Kernels;
  readonly space: Space;
  readonly tensor: (name: string) => ExactTensor;
  readonly moments: SecondMoments;
};

/** A model whose numbers have their places; `doubles` opens it once the space has settled. */
export type Placed = (doubles: (address: number, count: number) => Float64Array) => ExactModel;
