import type { Ending } from "../engine/compare-weights.ts";
import { formatLoss, formatNumber, plural } from "../parts/numbers.ts";
import type { ViewedRun } from "./viewed-run.ts";

/** `Before training, loss 1.2009`, `After 12 of 50 epochs, loss 0.4312`; the losses are those that the log has. */
export function sayEpoch(epoch: number, { spec, trainLoss }: Pick<ViewedRun, "spec" | "trainLoss">): string {
  const loss = trainLoss[epoch];
  const when =
    epoch === 0 ? "Before training" : `After ${formatNumber(epoch)} of ${plural(spec.epochs, "epoch")}`;
  return loss === undefined ? when : `${when}, loss ${formatLoss(loss)}`;
}

/** Whether the replay is the run itself, in a sentence. */
export function sayEnding(ending: Ending): string {
  switch (ending.status) {
    case "same":
      return "The replay ends in the same weights, to the last bit.";
    case "close":
      return `The replay ends close to this run's weights: they differ by ${sayShare(ending.difference)} of the largest at most, as engines round differently.`;
    case "other":
      return `The replay does not end in this run's weights: they differ by up to ${sayShare(ending.difference)} of the largest. Another engine (dropout draws differently there) or another version of the lab trained it, so the epochs shown are those of a sister of this run.`;
    default:
      return ending satisfies never;
  }
}

function sayShare(share: number): string {
  if (!Number.isFinite(share)) return "more than all";
  return share < 1e-6 ? "less than 0.0001 %" : `${formatNumber(100 * share)} %`;
}
