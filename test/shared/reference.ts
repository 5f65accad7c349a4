import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { ExperimentSpec } from "../../shared/spec/experiment.ts";

const numbers = z.array(z.number());
const Tensors = z.record(z.string(), numbers);

/** What test/reference/make_reference.py wrote for one spec. */
const Reference = z.object({
  spec: ExperimentSpec,
  trainLoss: numbers,
  metrics: z.object({
    trainMse: z.number(),
    testMse: z.number(),
    randomMse: z.number(),
    auroc: z.optional(z.number()),
  }),
  trainCount: z.number(),
  testCount: z.number(),
  firstWeights: z.optional(Tensors),
  lastWeights: z.optional(Tensors),
});
export type Reference = z.infer<typeof Reference>;

/** What test/reference/make_core_reference.py wrote; each key names the call there. */
const CoreReference = z.object({
  permutation: z.record(z.string(), numbers),
  randint: numbers,
  split: z.record(z.string(), z.object({ train: numbers, test: numbers })),
  uniform: numbers,
  randn: z.record(z.string(), numbers),
  randperm: z.record(z.string(), numbers),
  scaling: z.object({ standardize: numbers, unit: numbers }),
  layers: z.record(z.string(), z.object({ weights: Tensors, input: numbers, output: numbers })),
  floors: z.object({ train: numbers, test: numbers, "PCA(20) on test": z.number() }),
  auroc: z.object({ scores: numbers, isAnomaly: numbers, value: z.number() }),
});

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../reference/${name}.json`, import.meta.url), "utf8"));
}

const Specs = z.record(z.string(), ExperimentSpec);

/** The names of every reference that PyTorch trained. */
export function listReferences(): readonly string[] {
  return Object.keys(Specs.parse(readJson("specs")));
}

export function readReference(name: string): Reference {
  return Reference.parse(readJson(name));
}

export const core = CoreReference.parse(readJson("core"));

/** The largest relative difference between two columns of the same length. */
export function worstRelative(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  return Math.max(...Array.from(expected, (value, i) => Math.abs((actual[i] ?? Number.NaN) / value - 1)));
}

/** The largest absolute difference between two columns of the same length. */
export function worstAbsolute(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  return Math.max(...Array.from(expected, (value, i) => Math.abs((actual[i] ?? Number.NaN) - value)));
}
