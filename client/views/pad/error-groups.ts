import type { Digits } from "../../../shared/dataset/digits.ts";
import { splitExamples } from "../../../shared/dataset/split.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { Meaning } from "../../plot/columns.ts";

/** The errors, smallest first, of images that an error is compared with. */
export type ErrorGroup = {
  /** As in "898 test images". */
  readonly name: string;
  readonly meaning: Meaning;
  readonly sorted: Float64Array;
};

/**
 * Whom an error stands among: the test images; where one digit was trained on, those of that digit (the held-out ones where there
 * are some), and those of all others. `errors` is of the whole data, by place.
 */
export function groupErrors(
  { dataset: { split } }: ExperimentSpec,
  { labels }: Digits,
  errors: Float64Array,
): readonly ErrorGroup[] {
  const { train, test, heldOut } = splitExamples(split, labels);
  const sort = (places: Int32Array) => Float64Array.from(places, (place) => errors[place] ?? 0).sort();
  if (split.kind === "random") return [{ name: "test images", meaning: "test", sorted: sort(test) }];
  const isHeldOut = heldOut.length > 0;
  return [
    {
      name: `${isHeldOut ? "held-out images" : "images"} of the digit ${split.digit}`,
      meaning: "normal",
      sorted: sort(isHeldOut ? heldOut : train),
    },
    { name: "images of other digits", meaning: "anomaly", sorted: sort(test) },
  ];
}
