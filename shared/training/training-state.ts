import type { GeneratorState } from "../random/mt19937.ts";
import type { BatchPlace } from "./batches.ts";

/** Numbers by PyTorch's names, in the precision that they are trained in. */
export type Tensors = ReadonlyMap<string, Float32Array | Float64Array>;

/**
 * All that the next step depends on, beside the spec and the data: stopped here and resumed, training ends with the same
 * bits as if it had never stopped.
 */
export type TrainingState = BatchPlace & {
  /** Updates done, Adam's t. */
  readonly step: number;
  /** Of the epoch in progress: each batch's loss times its examples. */
  readonly lossSum: number;
  readonly weights: Tensors;
  readonly firstMoments: Tensors;
  readonly secondMoments: Tensors;
  /** What draws dropout's masks; null where they are a function of the step, or nothing is dropped. */
  readonly masks: GeneratorState | null;
};
