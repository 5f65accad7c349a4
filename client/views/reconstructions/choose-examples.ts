import type { Digits } from "../../../shared/dataset/digits.ts";
import { splitExamples } from "../../../shared/dataset/split.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";

/** Which examples are shown: the first of each digit, or those with the least or largest error. */
export const ORDERS = ["each digit", "best", "worst"] as const;
export type Order = (typeof ORDERS)[number];

/**
 * The examples that a model is looked at on, as places in the data: the test images, and where one digit was trained on those
 * of that digit too, the held-out ones where there are some.
 */
export function viewedExamples({ dataset }: ExperimentSpec, { labels }: Digits): Int32Array {
  const { test, train, heldOut } = splitExamples(dataset.split, labels);
  const known = heldOut.length === 0 ? train : heldOut;
  return dataset.split.kind === "random" ? test : Int32Array.of(...known, ...test);
}

/** The same in an order; `errors` is of the whole data, by place. */
export function orderExamples(
  examples: Int32Array,
  order: Order,
  { labels, errors }: { readonly labels: Uint8Array; readonly errors: Float64Array },
): Int32Array {
  const errorOf = (place: number) => errors[place] ?? 0;
  switch (order) {
    case "each digit": {
      const firsts = new Set(firstOfEach(examples, labels));
      return Int32Array.of(...firsts, ...examples.filter((place) => !firsts.has(place)));
    }
    case "best":
      return examples.toSorted((a, b) => errorOf(a) - errorOf(b));
    case "worst":
      return examples.toSorted((a, b) => errorOf(b) - errorOf(a));
    default:
      return order satisfies never;
  }
}

function firstOfEach(examples: Int32Array, labels: Uint8Array): readonly number[] {
  return Array.from({ length: 10 }, (_, digit) => examples.find((place) => labels[place] === digit)).filter(
    (place) => place !== undefined,
  );
}
