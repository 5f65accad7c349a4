import { describe, expect, test } from "vitest";
import {
  filterExamples,
  filtersOf,
  ORDERS,
  type Order,
  orderExamples,
} from "../../../../client/views/reconstructions/choose-examples.ts";
import { setsByPlace } from "../../../../client/views/sets.ts";
import { BUILT_IN_PROBLEMS } from "../../../../shared/assignment/problems.ts";
import { splitExamples } from "../../../../shared/dataset/split.ts";
import { evaluate } from "../../../../shared/metrics/evaluate.ts";
import { rebuild } from "../../../../shared/metrics/rebuild.ts";
import { initialWeights } from "../../../../shared/model/initial-weights.ts";
import { Mt19937 } from "../../../../shared/random/mt19937.ts";
import { digits } from "../../../shared/digits.ts";
import { readReference } from "../../../shared/reference.ts";

const { labels } = digits;
const ascending = (places: Iterable<number>) => [...places].toSorted((a, b) => a - b);

describe.each(BUILT_IN_PROBLEMS)(
  "the images that a model of $name is looked at on",
  ({ sweep: { spec } }) => {
    const { split } = spec.dataset;
    const weights = initialWeights(spec.model.layers, new Mt19937(spec.seed));
    const { errors, reconstructions } = rebuild({ spec, weights, digits });
    const examples = filterExamples(split, labels, { sets: filtersOf(split)[0]?.sets ?? [], digit: null });
    const order = (by: Order, seed = 0) => Array.from(orderExamples(examples, by, { labels, errors, seed }));

    test("are rebuilt with the mean error that the server computes", () => {
      const places = splitExamples(split, labels).test;
      const mean = places.reduce((sum, place) => sum + (errors[place] ?? 0), 0) / places.length;
      expect(mean).toBeCloseTo(evaluate({ spec, weights, digits }).testMse, 5);
      expect(reconstructions).toHaveLength(labels.length * 64);
    });

    test("begin with one of each digit, also of the digit that was trained on", () => {
      const first = order("each digit").slice(0, 10);
      expect(first.map((place) => labels[place])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    });

    test("are all there in every order", () => {
      for (const by of ORDERS) expect(ascending(order(by))).toEqual(ascending(examples));
    });

    test("are ordered by the error of each", () => {
      const worst = order("worst").map((place) => errors[place] ?? 0);
      expect(worst).toEqual(worst.toSorted((a, b) => b - a));
      expect(order("best").map((place) => errors[place] ?? 0)).toEqual(worst.toReversed());
    });

    test("are drawn anew by another seed, and in the same order by the same", () => {
      expect(order("random", 1)).toEqual(order("random", 1));
      expect(order("random", 1)).not.toEqual(order("random", 2));
    });
  },
);

const { split } = readReference("mlp-20").spec.dataset;

test("a random page is NumPy's permutation of the test images", () => {
  const images = filterExamples(split, labels, { sets: ["test"], digit: null });
  const found = orderExamples(images, "random", { labels, errors: new Float64Array(labels.length), seed: 1 });
  // _, test = train_test_split(np.arange(1797), test_size=0.5, random_state=0); test[np.random.RandomState(1).permutation(899)][:5]
  expect(Array.from(found.subarray(0, 5))).toEqual([521, 452, 1375, 1295, 1652]);
});

test("one digit can be looked at alone", () => {
  const sevens = filterExamples(split, labels, { sets: ["train", "test"], digit: 7 });
  expect(sevens).toHaveLength(labels.filter((label) => label === 7).length);
  expect(sevens.every((place) => labels[place] === 7)).toBe(true);
});

test("every image belongs to the set that the split put it in", () => {
  const oneDigit = { kind: "oneDigit", digit: 2, heldOutFraction: 0.25, seed: 3 } as const;
  const sets = setsByPlace(oneDigit, labels);
  const { train, heldOut } = splitExamples(oneDigit, labels);
  const placesOf = (name: string) => sets.flatMap((set, place) => (set === name ? [place] : []));
  expect(placesOf("train")).toEqual(ascending(train));
  expect(placesOf("held out")).toEqual(ascending(heldOut));
  expect(placesOf("test").every((place) => labels[place] !== 2)).toBe(true);
});

test("a filter that a reader can choose shows each image once", () => {
  const splits = [
    split,
    { kind: "oneDigit", digit: 2 },
    { kind: "oneDigit", digit: 2, heldOutFraction: 0.25, seed: 3 },
  ] as const;
  for (const one of splits) {
    for (const { sets } of filtersOf(one)) {
      const places = filterExamples(one, labels, { sets, digit: null });
      expect(new Set(places).size).toBe(places.length);
      expect(places.length).toBeGreaterThan(0);
    }
  }
});
