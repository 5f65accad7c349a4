import type { CellOf } from "../../../../shared/assignment/assignment.ts";
import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import { canonicalJson } from "../../../../shared/spec/identity.ts";

type Split = ExperimentSpec["dataset"]["split"];

const CHOICES: readonly Split[] = [
  { kind: "oneDigit", digit: 2 },
  { kind: "random", testFraction: 0.5, seed: 0 },
];

/** What a cell that leaves it open may be trained on: as asked first, then the others. */
export function listSplits({ spec }: CellOf<"run">): readonly Split[] {
  const asked = spec.dataset.split;
  return [asked, ...CHOICES.filter((one) => canonicalJson(one) !== canonicalJson(asked))];
}

export function nameSplit(split: Split): string {
  if (split.kind === "random") {
    return split.testFraction === 0.5
      ? "half of all digits"
      : `${Math.round((1 - split.testFraction) * 100)} % of all digits`;
  }
  return split.heldOutFraction === undefined
    ? `the digit ${split.digit}`
    : `the digit ${split.digit}, but for ${Math.round(split.heldOutFraction * 100)} % of it`;
}
