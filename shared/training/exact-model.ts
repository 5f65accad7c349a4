import type { Kernels } from "../kernels/kernels.ts";
import type { Weights } from "../model/weights.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import type { SecondMoments } from "./second-moments.ts";
import type { SettledSpace, Space } from "./space.ts";
import type { TrainingState } from "./training-state.ts";

/** What every exact model offers: the loss of its present weights with its gradients, and an update by these. */
export type ExactModel = {
  /** Leaves the gradients where `update` finds them. */
  lossAndGradients(): number;
  update(optimizer: ExperimentSpec["optimizer"]): void;
  weights(): Weights;
  /** In the precision of training, for a run that is resumed. */
  tensors(): Pick<TrainingState, "weights" | "firstMoments" | "secondMoments">;
};

/** What exact models are made of. */
export type ExactBench = {
  readonly kernels: Kernels;
  readonly space: Space;
  readonly moments: SecondMoments;
};

/** First weights, or all of a run that is resumed. */
export type Start = Pick<TrainingState, "weights"> & Partial<TrainingState>;

/** A model whose numbers have their places; opens once the space has settled. */
export type Placed = (space: SettledSpace, start: Start) => ExactModel;
