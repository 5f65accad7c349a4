import { DIGITS_COUNT } from "../../shared/dataset/digits.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { countParameters } from "../../shared/spec/parameters.ts";
import { inputShape, layerShapes, sizeOf } from "../../shared/spec/shapes.ts";
import type { RunOrder } from "./events.ts";

/** The largest tensor that every WebGPU device takes: the least `maxStorageBufferBindingSize` that the standard allows. */
const MAX_TENSOR_BYTES = 128 * 1_024 * 1_024;
/** What the tensors of one step may take together. */
const MAX_GROUP_BYTES = 512 * 1_024 * 1_024;

/**
 * `first` and those of `others` that train with it as one program: their tensors have equal shapes, and they stand at the
 * same step. As many as the device has memory for. They may differ in seed, split seed, scaling, learning rate, weight decay
 * and the size of a penalty.
 */
export function groupRuns<T extends RunOrder>(first: T, others: readonly T[]): readonly T[] {
  const program = programOf(first);
  const alike = others.filter((other) => programOf(other) === program);
  return [first, ...alike].slice(0, mostTogether(first.spec));
}

/** What fixes the shapes and the operations of a run's program. */
function programOf({ spec, from }: RunOrder): string {
  const { dataset, model, loss, epochs, batchSize } = spec;
  const { split } = dataset;
  const { epoch = 0, batch = 0, step = 0 } = from?.checkpoint.state ?? {};
  const examples =
    split.kind === "random" ? [split.testFraction] : [split.digit, split.heldOutFraction ?? "all"];
  return JSON.stringify([
    split.kind,
    examples,
    model,
    loss.latentL1 > 0,
    epochs,
    batchSize,
    epoch,
    batch,
    step,
  ]);
}

/** How many runs of a spec fit into the bounds above; at least 1. */
export function mostTogether(spec: ExperimentSpec): number {
  const { layers } = spec.model;
  const shapes = layerShapes(layers);
  if (!shapes.ok) return 1;
  const { split } = spec.dataset;
  const share = split.kind === "random" ? 1 - split.testFraction : 0.11;
  const train = Math.ceil(share * DIGITS_COUNT);
  const examples = spec.batchSize === "full" ? train : Math.min(train, spec.batchSize);
  let [largest, sum] = [0, 0];
  for (const [index, layer] of layers.entries()) {
    const before = sizeOf(shapes.value[index - 1] ?? inputShape(layers));
    const after = sizeOf(shapes.value[index] ?? [0]);
    // A convolution lays each tap of its kernel out, before or after the product.
    const taps = "stride" in layer || "padding" in layer ? layer.kernel ** 2 * Math.max(before, after) : 0;
    largest = Math.max(largest, before, after, taps);
    sum += after + taps;
  }
  const bytes = 4 * examples;
  const parameters = countParameters(layers);
  // Every number has its gradient; a parameter its gradient and two moments, which lie with it in one tensor.
  const step = 2 * bytes * sum + 16 * parameters;
  const tensor = Math.max(bytes * largest, 12 * parameters);
  const most = Math.min(MAX_TENSOR_BYTES / tensor, MAX_GROUP_BYTES / step);
  return Math.max(1, Math.floor(most));
}
