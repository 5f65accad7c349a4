import { BUILT_IN_PROBLEMS } from "../../../shared/assignment/problems.ts";
import { type Digits, PIXELS } from "../../../shared/dataset/digits.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { splitExamples } from "../../../shared/dataset/split.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { withLatentWidth } from "../../../shared/spec/sweep.ts";

export const LIVING_WIDTH = 20;
export const LIVING_EPOCHS = 300;

/** Problem 1's model with 20 hidden numbers, trained for longer than the homework does: until digits can be read. */
export function livingSpec(): ExperimentSpec {
  const [problem] = BUILT_IN_PROBLEMS;
  const spec = problem === undefined ? null : withLatentWidth(problem.sweep.spec, LIVING_WIDTH);
  if (spec === null || !spec.ok) throw new Error("problem 1 is not among the built-in problems");
  return { ...spec.value, epochs: LIVING_EPOCHS };
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
