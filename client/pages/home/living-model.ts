import { BUILT_IN_PROBLEMS, type Problem } from "../../../shared/assignment/problems.ts";
import { type Digits, PIXELS } from "../../../shared/dataset/digits.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { splitExamples } from "../../../shared/dataset/split.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { layersOfWidth } from "../../../shared/spec/latent-width.ts";

export const LIVING_WIDTH = 20;
export const LIVING_EPOCHS = 300;

const SIZES = builtIn("problem-1");
const ANOMALY = builtIn("problem-3");

/** The hidden sizes of problem 1, and its data. */
export const STORY_WIDTHS = SIZES.sweep.widths;
export const STORY_DATASET = SIZES.sweep.spec.dataset;

/** What the three figures need: problem 1 at each hidden size, and problem 3's detector. */
export function storySpecs(): readonly ExperimentSpec[] {
  return [...STORY_WIDTHS.map(problem1), ANOMALY.sweep.spec];
}

/** Problem 1's model with 20 hidden numbers, trained for longer than the homework does: until digits can be read. */
export function livingSpec(): ExperimentSpec {
  return { ...problem1(LIVING_WIDTH), epochs: LIVING_EPOCHS };
}

/** By hand, not by expandSweep: what the start page trains is known to be right, and needs no schemas to be loaded. */
function problem1(width: number): ExperimentSpec {
  const { spec } = SIZES.sweep;
  return { ...spec, model: { ...spec.model, layers: layersOfWidth(spec.model, width) ?? spec.model.layers } };
}

/** The first test image of each digit, 0 to 9: images the model never trains on. */
export function oneOfEachDigit(spec: ExperimentSpec, digits: Digits): readonly Float32Array[] {
  const images = scaleImages(digits, spec.dataset.scaling);
  const { test } = splitExamples(spec.dataset.split, digits.labels);
  return Array.from({ length: 10 }, (_, digit) => {
    const index = test.find((i) => digits.labels[i] === digit) ?? 0;
    return images.slice(index * PIXELS, (index + 1) * PIXELS);
  });
}

function builtIn(name: string): Problem {
  const problem = BUILT_IN_PROBLEMS.find((one) => one.name === name);
  if (problem === undefined) throw new Error(`${name} is not among the built-in problems`);
  return problem;
}
