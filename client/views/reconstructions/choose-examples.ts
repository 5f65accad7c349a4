import { splitExamples } from "../../../shared/dataset/split.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import { permutation } from "../../../shared/random/numpy.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { SetName } from "../sets.ts";

type Split = ExperimentSpec["dataset"]["split"];

/** Sets that are looked at together. */
export type Filter = { readonly name: string; readonly sets: readonly SetName[] };

/** The filters of a split; the first is what a reader sees first: images that tell how the model does on what it never saw. */
export function filtersOf(split: Split): readonly Filter[] {
  if (split.kind === "random")
    return [
      { name: "test images", sets: ["test"] },
      { name: "train images", sets: ["train"] },
      { name: "both", sets: ["train", "test"] },
    ];
  const ofDigit = `the ${split.digit}s trained on`;
  const others = "other digits";
  if (split.heldOutFraction === undefined)
    return [
      { name: "all images", sets: ["train", "test"] },
      { name: ofDigit, sets: ["train"] },
      { name: others, sets: ["test"] },
    ];
  return [
    { name: "never trained on", sets: ["held out", "test"] },
    { name: ofDigit, sets: ["train"] },
    { name: `the ${split.digit}s held out`, sets: ["held out"] },
    { name: others, sets: ["test"] },
  ];
}

/** The images of some sets, and of one digit where it is given, as places in the data and in the split's order. */
export function filterExamples(
  split: Split,
  labels: Uint8Array,
  { sets, digit }: { readonly sets: readonly SetName[]; readonly digit: number | null },
): Int32Array {
  const { train, test, heldOut } = splitExamples(split, labels);
  const bySet = { train, test, "held out": heldOut };
  const places = Int32Array.from(sets.flatMap((set) => Array.from(bySet[set])));
  return digit === null ? places : places.filter((place) => labels[place] === digit);
}

/** How images are ordered: the first of each digit first, by error, or as a seed draws them. */
export const ORDERS = ["each digit", "best", "worst", "random"] as const;
export type Order = (typeof ORDERS)[number];

/** Images in an order; `errors` is of the whole data, by place. `seed` draws the random order: NumPy's permutation. */
export function orderExamples(
  examples: Int32Array,
  order: Order,
  {
    labels,
    errors,
    seed,
  }: { readonly labels: Uint8Array; readonly errors: Float64Array; readonly seed: number },
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
    case "random":
      return permutation(new Mt19937(seed), examples.length).map((at) => examples[at] ?? 0);
    default:
      return order satisfies never;
  }
}

function firstOfEach(examples: Int32Array, labels: Uint8Array): readonly number[] {
  return Array.from({ length: 10 }, (_, digit) => examples.find((place) => labels[place] === digit)).filter(
    (place) => place !== undefined,
  );
}
