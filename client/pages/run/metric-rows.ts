import type { Metrics, RunView } from "../../../shared/api/runs.ts";

export type MetricRow = {
  readonly name: string;
  readonly meaning: string;
  readonly server: number;
  /** What the uploader claimed, where that is another number to four decimals; else null. */
  readonly claimed: number | null;
};

function names(
  split: RunView["spec"]["dataset"]["split"],
): readonly (readonly [keyof Metrics, string, string])[] {
  const unseen = split.kind === "oneDigit" ? "the other digits" : "the images it never saw";
  return [
    ["trainMse", "train error", "mean square error on the images it was trained on"],
    ["testMse", "test error", `mean square error on ${unseen}`],
    ["randomMse", "random data", "mean square error on 50 images of random numbers"],
    ["auroc", "AUROC", "how often another digit has a larger error than the trained one; 0.5 is chance"],
  ];
}

/** A run's numbers as the server has them, with the claims that differ. */
export function metricRows({
  spec,
  metrics,
  claimed,
}: Pick<RunView, "spec" | "metrics" | "claimed">): readonly MetricRow[] {
  return names(spec.dataset.split).flatMap(([key, name, meaning]) => {
    const [own, claim] = [metrics[key], claimed[key]];
    if (own === undefined) return [];
    const differs = claim !== undefined && claim.toFixed(4) !== own.toFixed(4);
    return [{ name, meaning, server: own, claimed: differs ? claim : null }];
  });
}
