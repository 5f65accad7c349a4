import type { Metrics, RunUpload, Verification } from "../../shared/api/runs.ts";
import type { Digits } from "../../shared/dataset/digits.ts";
import type { Kernels } from "../../shared/kernels/kernels.ts";
import { METRIC_TOLERANCE_RELATIVE } from "../../shared/limits.ts";
import { measure } from "../../shared/metrics/evaluate.ts";
import type { Measures } from "../../shared/metrics/measures.ts";
import type { Weights } from "../../shared/model/weights.ts";
import { reproduces } from "../../shared/training/reproduce.ts";
import { canReproduce } from "../../shared/training/reproduction-cost.ts";

/** What a verdict rests on: the data, and the kernels that training again may need. */
export type Means = { readonly digits: Digits; readonly openKernels: () => Kernels };

/** What the Worker found: its own numbers, and what they make of the claim. */
export type Verdict = { readonly metrics: Measures; readonly verification: Verification };

/**
 * Scores a run's weights again and, where training is exact and short, trains it again from its seed. Metrics that are
 * not finite (weights near float32's end) come out as they are; such a run must not be stored.
 */
export function verify(run: RunUpload, weights: Weights, { digits, openKernels }: Means): Verdict {
  const { spec, engine, history } = run;
  const metrics = measure({ spec, weights, digits });
  const reason = disagreement(run.metrics, metrics);
  if (reason !== null) return { metrics, verification: { status: "rejected", reason } };
  const { trainLoss } = history;
  const again =
    canReproduce(spec, engine) && reproduces({ spec, engine, weights, trainLoss, digits, openKernels });
  return { metrics, verification: { status: again ? "reproduced" : "scored" } };
}

/** The first claimed metric that is not the Worker's own, in words; null where all agree. */
function disagreement(claimed: Metrics, own: Metrics): string | null {
  for (const name of ["trainMse", "testMse", "randomMse", "auroc"] as const) {
    const [said, found] = [claimed[name], own[name]];
    if (said === undefined || found === undefined) continue;
    if (Math.abs(said - found) > METRIC_TOLERANCE_RELATIVE * Math.abs(found)) {
      return `${name}: you sent ${said.toPrecision(6)}, the server computed ${found.toPrecision(6)} from your weights`;
    }
  }
  return null;
}
