import type { ExperimentSpec } from "../../spec/experiment.ts";
import { withLatentWidth } from "../../spec/sweep.ts";
import { BUILT_IN_PROBLEMS } from "../problems.ts";

/** The spec of a built-in problem, whose board ranks the same runs, at a width. */
export function specOf(problem: string, width: number): ExperimentSpec {
  const found = BUILT_IN_PROBLEMS.find(({ name }) => name === problem);
  const spec = found === undefined ? null : withLatentWidth(found.sweep.spec, width);
  if (spec === null || !spec.ok) throw new Error(`${problem} has no spec of width ${width}`);
  return spec.value;
}
