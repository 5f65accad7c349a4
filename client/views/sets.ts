import { splitExamples } from "../../shared/dataset/split.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";

/** What an image was to the training. */
export const SETS = ["train", "held out", "test"] as const;
export type SetName = (typeof SETS)[number];

/** What each image of the data was to the training, by place. */
export function setsByPlace(
  split: ExperimentSpec["dataset"]["split"],
  labels: Uint8Array,
): readonly SetName[] {
  const { train, heldOut } = splitExamples(split, labels);
  const sets = Array.from(labels, (): SetName => "test");
  for (const place of train) sets[place] = "train";
  for (const place of heldOut) sets[place] = "held out";
  return sets;
}
