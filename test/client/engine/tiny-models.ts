import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { Layer } from "../../../shared/spec/layers.ts";

/** Small autoencoders that hold every layer kind and option among them. */
export const TINY_MODELS: Record<string, Layer[]> = {
  "linear layers": [
    { kind: "linear", in: 64, out: 6 },
    { kind: "linear", in: 6, out: 64 },
  ],
  "two convolutions": [
    { kind: "conv2d", in: 1, out: 4, kernel: 3, padding: 1 },
    { kind: "conv2d", in: 4, out: 1, kernel: 3, padding: 1 },
  ],
  "relu, leakyRelu, sigmoid and tanh": [
    { kind: "linear", in: 64, out: 8 },
    { kind: "relu" },
    { kind: "linear", in: 8, out: 6 },
    { kind: "leakyRelu", negativeSlope: 0.2 },
    { kind: "linear", in: 6, out: 5 },
    { kind: "sigmoid" },
    { kind: "linear", in: 5, out: 4 },
    { kind: "tanh" },
    { kind: "linear", in: 4, out: 64 },
  ],
  "maxPool2d and upsample2d": [
    { kind: "conv2d", in: 1, out: 3, kernel: 3, padding: 1 },
    { kind: "maxPool2d", kernel: 2 },
    { kind: "conv2d", in: 3, out: 2, kernel: 3, padding: 1 },
    { kind: "upsample2d", factor: 2 },
    { kind: "conv2d", in: 2, out: 1, kernel: 3, padding: 1 },
  ],
  "conv2d with stride and convTranspose2d with outputPadding": [
    { kind: "conv2d", in: 1, out: 4, kernel: 3, padding: 1, stride: 2 },
    { kind: "conv2d", in: 4, out: 3, kernel: 3, padding: 0, stride: 2 },
    { kind: "tanh" },
    { kind: "convTranspose2d", in: 3, out: 2, kernel: 4, padding: 0, stride: 4 },
    { kind: "convTranspose2d", in: 2, out: 1, kernel: 3, padding: 1, stride: 2, outputPadding: 1 },
  ],
  "flatten and unflatten between channels": [
    { kind: "conv2d", in: 1, out: 3, kernel: 5, padding: 1 },
    { kind: "flatten" },
    { kind: "linear", in: 108, out: 12 },
    { kind: "unflatten", shape: [3, 2, 2] },
    { kind: "convTranspose2d", in: 3, out: 1, kernel: 4, padding: 0, stride: 4 },
  ],
  "a kernel with more padding than it has taps": [
    { kind: "conv2d", in: 1, out: 3, kernel: 5, padding: 0 },
    { kind: "conv2d", in: 3, out: 1, kernel: 2, padding: 3 },
    { kind: "conv2d", in: 1, out: 1, kernel: 2, padding: 0 },
  ],
};

/** One of them on 36 images. */
export function tinySpec(layers: readonly Layer[], changes: Partial<ExperimentSpec> = {}): ExperimentSpec {
  return {
    version: 1,
    dataset: { id: "digits", scaling: "standardize", split: { kind: "random", testFraction: 0.98, seed: 0 } },
    model: { layers: [...layers], latentAfter: 1 },
    loss: { kind: "mse", latentL1: 0 },
    optimizer: { kind: "adam", learningRate: 0.01, weightDecay: 0 },
    epochs: 4,
    batchSize: "full",
    seed: 3,
    ...changes,
  };
}
