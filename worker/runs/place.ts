import type { CourseSpec } from "../../shared/api/courses.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { canonicalJson } from "../../shared/spec/identity.ts";
import { latentWidth, withLatentWidth } from "../../shared/spec/sweep.ts";

/** The problem that a spec answers and the width at which its board ranks it; null where it answers none. */
export type Place = { readonly problem: string; readonly width: number };

/**
 * A spec competes where it has a problem's data and its model at any width. Optimizer, epochs, batch size, loss and seed
 * are free: training better is the point.
 */
export function placeOf(spec: ExperimentSpec, problems: readonly CourseSpec[]): Place | null {
  const width = latentWidth(spec);
  if (width === null) return null;
  for (const { problem, sweep } of problems) {
    const same = withLatentWidth(sweep.spec, width);
    if (same.ok && frame(same.value) === frame(spec)) return { problem, width };
  }
  return null;
}

function frame({ dataset, model }: ExperimentSpec): string {
  return canonicalJson({ dataset, layers: model.layers });
}
