import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { BUILT_IN_PROBLEMS } from "../../shared/assignment/problems.ts";
import { trainingMacs } from "../../shared/spec/cost.ts";
import { ExperimentSpec } from "../../shared/spec/experiment.ts";
import type { Layer } from "../../shared/spec/layers.ts";
import { expandSweep } from "../../shared/spec/sweep.ts";

/** What every contender trains: specs that share one data set. */
export type Workload = {
  readonly name: string;
  readonly title: string;
  readonly specs: readonly ExperimentSpec[];
};

/** The same work at several sizes; cells of one row. */
export type Scale = { readonly name: string; readonly title: string; readonly sizes: readonly Workload[] };

const SPECS = z
  .record(z.string(), ExperimentSpec)
  .parse(JSON.parse(readFileSync(new URL("../reference/specs.json", import.meta.url), "utf8")));

/** A spec of test/reference/specs.json, which PyTorch's reference numbers are for. */
function reference(name: string): ExperimentSpec {
  const found = SPECS[name];
  if (found === undefined) throw new RangeError(`test/reference/specs.json has no ${name}`);
  return found;
}

function problem(name: string): readonly ExperimentSpec[] {
  const sweep = BUILT_IN_PROBLEMS.find((one) => one.name === name)?.sweep;
  const specs = sweep && expandSweep(sweep);
  if (!specs?.ok) throw new RangeError(`shared/assignment/problems.ts has no ${name}`);
  return specs.value;
}

const BASE = reference("mlp-20");
const RELU: Layer = { kind: "relu" };

/** 64 - hidden - 64, the activation in the middle or none. */
function dense(hidden: number, activation: readonly Layer[] = []): ExperimentSpec {
  const layers: Layer[] = [
    { kind: "linear", in: 64, out: hidden },
    ...activation,
    { kind: "linear", in: hidden, out: 64 },
  ];
  return { ...BASE, model: { layers, latentAfter: activation.length } };
}

function convolutions(kernels: number, activation: readonly Layer[] = []): ExperimentSpec {
  const layers: Layer[] = [
    { kind: "conv2d", in: 1, out: kernels, kernel: 3, padding: 1 },
    ...activation,
    { kind: "conv2d", in: kernels, out: 1, kernel: 3, padding: 1 },
  ];
  return { ...BASE, model: { layers, latentAfter: activation.length } };
}

function seeds(count: number): readonly ExperimentSpec[] {
  return Array.from({ length: count }, (_, seed) => ({ ...reference("cae-80-raw"), seed }));
}

export const WORKLOADS: readonly Workload[] = [
  { name: "problem-1", title: "Problem 1: 64-h-64, h = 5 20 40 80 100 200", specs: problem("problem-1") },
  {
    name: "problem-2",
    title: "Problem 2: convolution pairs of 1 5 20 40 80 200 kernels",
    specs: problem("problem-2"),
  },
  {
    name: "problem-3",
    title: "Problem 3: 64-40-64 on the digit 2, plain and regularised",
    specs: [reference("anomaly-40"), reference("anomaly-40-regularised")],
  },
  { name: "mlp-relu", title: "mlp-relu: 64-32-8-32-64 with ReLU", specs: [reference("mlp-relu")] },
  { name: "mlp-200-relu", title: "mlp-200-relu: 64-200-64 with ReLU", specs: [dense(200, [RELU])] },
  {
    name: "cae-20-relu",
    title: "cae-20-relu: convolution pair of 20 kernels with ReLU",
    specs: [convolutions(20, [RELU])],
  },
  { name: "seeds-100", title: "100 seeds of cae-80-raw", specs: seeds(100) },
];

/** The split that leaves `count` examples to train on. */
function withExamples(spec: ExperimentSpec, count: number): ExperimentSpec {
  const split = { kind: "random", testFraction: (1_797 - count) / 1_797, seed: 0 } as const;
  return { ...spec, dataset: { ...spec.dataset, split } };
}

function scale(
  name: string,
  title: string,
  sizes: readonly (readonly [string, readonly ExperimentSpec[]])[],
): Scale {
  return {
    name,
    title,
    sizes: sizes.map(([size, specs]) => ({ name: size, title: `${name}, ${size}`, specs })),
  };
}

const EXAMPLES = [200, 449, 898, 1_796]; // one must be left to test

export const SCALES: readonly Scale[] = [
  scale(
    "examples",
    "64-80-64 by examples",
    EXAMPLES.map((n) => [`N=${n}`, [withExamples(dense(80), n)]]),
  ),
  scale(
    "examples-relu",
    "64-80-64 with ReLU by examples",
    EXAMPLES.map((n) => [`N=${n}`, [withExamples(dense(80, [RELU]), n)]]),
  ),
  scale(
    "hidden",
    "64-h-64 by hidden size",
    [5, 20, 80, 200, 800].map((h) => [`h=${h}`, [dense(h)]]),
  ),
  scale(
    "kernels",
    "Convolution pair by kernels",
    [1, 20, 80, 200, 800].map((k) => [`k=${k}`, [convolutions(k)]]),
  ),
  scale(
    "seeds",
    "cae-80-raw by seeds",
    [1, 10, 100].map((n) => [`${n} seeds`, seeds(n)]),
  ),
];

/** Multiply-adds of a workload trained image by image, whoever trains it in fewer. */
export function workOf({ specs }: Workload): number {
  return specs.reduce((sum, spec) => sum + trainingMacs(spec), 0);
}
