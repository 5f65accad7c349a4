import type { ExperimentSpec } from "../spec/experiment.ts";
import type { Layer } from "../spec/layers.ts";
import type { SweepSpec } from "../spec/sweep.ts";

/** One of the built-in problems: the sweep that its plots need, and the question that they answer. */
export type Problem = {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  readonly sweep: SweepSpec;
};

const WIDTHS = [5, 20, 40, 80, 100, 200];

function spec(layers: Layer[], split: ExperimentSpec["dataset"]["split"]): ExperimentSpec {
  return {
    version: 1,
    dataset: { id: "digits", scaling: "standardize", split },
    model: { layers, latentAfter: 0 },
    loss: { kind: "mse", latentL1: 0 },
    optimizer: { kind: "adam", learningRate: 0.001, weightDecay: 0 },
    epochs: 50,
    batchSize: "full",
    seed: 0,
  };
}

function mlp(hidden: number): Layer[] {
  return [
    { kind: "linear", in: 64, out: hidden },
    { kind: "linear", in: hidden, out: 64 },
  ];
}

function cae(kernels: number): Layer[] {
  return [
    { kind: "conv2d", in: 1, out: kernels, kernel: 3, padding: 1 },
    { kind: "conv2d", in: kernels, out: 1, kernel: 3, padding: 1 },
  ];
}

const half = { kind: "random", testFraction: 0.5, seed: 0 } as const;

/** The homework's three problems as every new course gets them. */
export const BUILT_IN_PROBLEMS: readonly Problem[] = [
  {
    name: "problem-1",
    title: "MLP autoencoders",
    question: "How does error fall as the hidden layer grows?",
    sweep: { spec: spec(mlp(5), half), widths: WIDTHS, seeds: [0] },
  },
  {
    name: "problem-2",
    title: "Convolutional autoencoders",
    question: "How does error fall with the number of kernels?",
    sweep: { spec: spec(cae(80), half), widths: [1, 5, 20, 40, 80, 200], seeds: [0] },
  },
  {
    name: "problem-3",
    title: "Anomaly detection",
    question: "Can a model that has only seen the digit 2 tell the others apart?",
    sweep: { spec: spec(mlp(40), { kind: "oneDigit", digit: 2 }), widths: [], seeds: [0] },
  },
];
