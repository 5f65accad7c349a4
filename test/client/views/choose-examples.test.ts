import { describe, expect, test } from "vitest";
import {
  type Order,
  orderExamples,
  viewedExamples,
} from "../../../client/views/reconstructions/choose-examples.ts";
import { BUILT_IN_PROBLEMS } from "../../../shared/assignment/problems.ts";
import { splitExamples } from "../../../shared/dataset/split.ts";
import { evaluate } from "../../../shared/metrics/evaluate.ts";
import { rebuild } from "../../../shared/metrics/rebuild.ts";
import { initialWeights } from "../../../shared/model/initial-weights.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import { digits } from "../../shared/digits.ts";

describe.each(BUILT_IN_PROBLEMS)(
  "the images that a model of $name is looked at on",
  ({ sweep: { spec } }) => {
    const weights = initialWeights(spec.model.layers, new Mt19937(spec.seed));
    const { errors, reconstructions } = rebuild({ spec, weights, digits });
    const examples = viewedExamples(spec, digits);
    const { labels } = digits;
    const order = (by: Order) => Array.from(orderExamples(examples, by, { labels, errors }));

    test("are rebuilt with the mean error that the server computes", () => {
      const { test } = splitExamples(spec.dataset.split, labels);
      const mean = test.reduce((sum, place) => sum + (errors[place] ?? 0), 0) / test.length;
      expect(mean).toBeCloseTo(evaluate({ spec, weights, digits }).testMse, 5);
      expect(reconstructions).toHaveLength(labels.length * 64);
    });

    test("begin with one of each digit, also of the digit that was trained on", () => {
      const first = order("each digit").slice(0, 10);
      expect(first.map((place) => labels[place])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    });

    test("are all there in every order", () => {
      for (const by of ["each digit", "best", "worst"] as const)
        expect(order(by).toSorted((a, b) => a - b)).toEqual(Array.from(examples).toSorted((a, b) => a - b));
    });

    test("are ordered by the error of each", () => {
      const worst = order("worst").map((place) => errors[place] ?? 0);
      expect(worst).toEqual(worst.toSorted((a, b) => b - a));
      expect(order("best").map((place) => errors[place] ?? 0)).toEqual(worst.toReversed());
    });
  },
);
