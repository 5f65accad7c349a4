import type { Metrics } from "../api/runs.ts";
import type { Split } from "../spec/experiment.ts";
import { aurocOfSorted } from "./auroc.ts";
import { dPrime } from "./d-prime.ts";
import { mean } from "./reconstruction-error.ts";
import { tprAt1Fpr } from "./roc.ts";

/** Every number that a board may rank by; the last three where one digit was trained on. */
export type Measures = Metrics & { readonly tprAt1Fpr?: number; readonly dPrime?: number };

/** The error of each image of each side; `heldOut` is empty where nothing is. */
export type SplitErrors = {
  readonly train: Float64Array;
  readonly test: Float64Array;
  readonly heldOut: Float64Array;
  readonly random: Float64Array;
};

/** What the errors of single images say of whatever made them. */
export function measureErrors(split: Split, { train, test, heldOut, random }: SplitErrors): Measures {
  const means = { trainMse: mean(train), testMse: mean(test), randomMse: mean(random) };
  if (split.kind === "random") return means;
  const normal = (heldOut.length === 0 ? train : heldOut).toSorted();
  const anomaly = test.toSorted();
  const apart = dPrime(normal, anomaly);
  return {
    ...means,
    auroc: aurocOfSorted(normal, anomaly),
    tprAt1Fpr: tprAt1Fpr(normal, anomaly),
    // Two heaps of equal errors each have no deviation to count in.
    ...(Number.isFinite(apart) ? { dPrime: apart } : {}),
  };
}
