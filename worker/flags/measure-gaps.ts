import { DISTURBED_TRAININGS } from "../../shared/integrity/gap-bounds.ts";
import { hasHonestGap, type Means, measureHonestGap } from "../../shared/integrity/honest-gap.ts";
import { MAX_GAP_MACS_A_REQUEST } from "../../shared/limits.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { momentsMacs } from "../../shared/training/moments-cost.ts";
import type { Bindings } from "../environment.ts";
import type { FlagRun } from "../store/flag-runs.ts";
import { insertHonestGaps, type NewGap } from "../store/honest-gaps.ts";

export type GapMeans = Pick<Bindings, "DB" | "BYTES"> & Means;

/**
 * Measures the honest gaps of scored runs that nobody has measured yet, as many as one question may cost, keeps them, and gives
 * the runs with what is known then.
 */
export async function measureGaps(
  means: GapMeans,
  runs: readonly FlagRun[],
): Promise<{ readonly runs: readonly FlagRun[]; readonly unmeasured: number }> {
  const wanted = new Map<string, ExperimentSpec>();
  for (const { verification, isMeasured, device, specId, spec } of runs) {
    const isCandidate = verification.status === "scored" && device !== "webgl" && !isMeasured;
    if (isCandidate && hasHonestGap(spec)) wanted.set(specId, spec);
  }
  const measured = new Map<string, NewGap>();
  let spent = 0;
  for (const [specId, spec] of wanted) {
    if (spent > MAX_GAP_MACS_A_REQUEST) break;
    spent += (1 + DISTURBED_TRAININGS) * momentsMacs(spec);
    measured.set(specId, { specId, honest: measureHonestGap(spec, means) });
  }
  if (measured.size > 0) await insertHonestGaps(means.DB, [...measured.values()]);
  return {
    runs: runs.map((run) => {
      const found = measured.get(run.specId);
      return found === undefined ? run : { ...run, isMeasured: true, honest: found.honest };
    }),
    unmeasured: wanted.size - measured.size,
  };
}
