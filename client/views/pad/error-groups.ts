import type { Digits } from "../../../shared/dataset/digits.ts";
import { splitExamples } from "../../../shared/dataset/split.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { formatNumber } from "../../parts/numbers.ts";
import type { Meaning } from "../../plot/columns.ts";

/** The errors, smallest first, of images that an error is compared with. */
export type ErrorGroup = {
  /** `test images` */
  readonly name: string;
  /** `899 test images` */
  readonly all: string;
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
  const group = (name: string, meaning: Meaning, places: Int32Array): ErrorGroup => ({
    name,
    all: `${formatNumber(places.length)} ${name}`,
    meaning,
    sorted: Float64Array.from(places, (place) => errors[place] ?? 0).sort(),
  });
  if (split.kind === "random") return [group("test images", "test", test)];
  const isHeldOut = heldOut.length > 0;
  const ofDigit = `${isHeldOut ? "held-out images" : "images"} of the digit ${split.digit}`;
  return [
    group(ofDigit, "normal", isHeldOut ? heldOut : train),
    group("images of other digits", "anomaly", test),
  ];
}
