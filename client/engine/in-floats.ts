import type { Weights } from "../../shared/model/weights.ts";
import type { Tensors } from "../../shared/training/training-state.ts";

/** Weights as every engine gives them; double precision is for training alone. */
export function inFloats(tensors: Tensors): Weights {
  return new Map(Array.from(tensors, ([name, values]) => [name, Float32Array.from(values)]));
}
