import { describe, expect, test } from "vitest";
import {
  angleColumns,
  type EndLabels,
  nearnessColumns,
} from "../../../client/views/weights/space-columns.ts";
import { sayFinding, saySpace } from "../../../client/views/weights/space-words.ts";
import type { EndSpace } from "../../../shared/metrics/weight-spaces.ts";

const labels: EndLabels = { encoder: "encoder", decoder: "decoder" };
const radians = (...degrees: number[]) => Float64Array.from(degrees, (one) => (one * Math.PI) / 180);

/** What scipy finds of 64-20-64 before training and after 3,000 epochs of PyTorch. */
const decoder: EndSpace = {
  end: "decoder",
  count: 20,
  width: 20,
  largestAngle: radians(88.66, 80.09),
  meanAngle: radians(57.3, 5.81),
  captured: Float64Array.of(0.3122, 0.8952),
  capturedByPca: 0.8976,
  meanMatch: Float64Array.of(0.317, 0.511),
};

describe("the columns of an end's space", () => {
  test("are its angles in degrees, by epoch", () => {
    const { x, rows, lines } = angleColumns([decoder], [0, 3_000], labels);
    expect({ x, rows }).toEqual({ x: [0, 3_000], rows: [0, 1] });
    expect(lines.map(({ label }) => label)).toEqual(["decoder, mean", "decoder, largest"]);
    expect(lines[0]?.values[1]).toBeCloseTo(5.81, 10);
    expect(lines[1]?.values[0]).toBeCloseTo(88.66, 10);
  });

  test("have a gap where a decoder is all zeros", () => {
    const dead = { ...decoder, meanAngle: Float64Array.of(Number.NaN, 0) };
    expect(angleColumns([dead], [0, 1], labels).lines[0]?.values).toEqual([null, 0]);
  });

  test("measure variance by what PCA holds, which is the most", () => {
    const [variance, axes] = nearnessColumns([decoder], [0, 3_000], labels).lines;
    expect(variance?.values[1]).toBeCloseTo(0.8952 / 0.8976, 12);
    expect(axes?.values).toEqual([0.317, 0.511]);
  });
});

describe("what is said of it", () => {
  const finding = (changes: Partial<EndSpace>, isLinear = true) =>
    sayFinding({ ...decoder, ...changes }, labels, isLinear);

  test("has the reader's own numbers at the epoch that is looked at", () => {
    expect(saySpace(decoder, 1, labels)).toBe(
      "The space of the decoder's 20 columns lies 5.8° from that of the first 20 principal components on average, 80.1° at most. It holds 89.5 % of the variance of the train images; PCA's holds 89.8 %.",
    );
    expect(saySpace(decoder, 0, labels)).toContain("57.3° from that");
  });

  test("tells the space, which is found, from the axes, which are not", () => {
    expect(finding({})).toContain("from 57.3° to 5.8° on average: it has all but found the space of PCA.");
    expect(finding({})).toContain(
      "had |cosine| 0.32 before training and has 0.51 after it, on average; 1 would be an axis",
    );
  });

  test("does not claim what did not happen", () => {
    expect(finding({ meanAngle: radians(57.3, 35.1) })).toContain("it is on its way");
    expect(finding({ meanAngle: radians(57.3, 60) })).toContain("has not come nearer");
    expect(finding({ meanAngle: radians(57.3, 60) }, false)).toContain("need not find the space of PCA");
    expect(finding({}, false)).not.toContain("Any mix of the axes");
    expect(finding({ meanMatch: Float64Array.of(0.3, 0.95) })).toContain(
      "all but the axes of PCA themselves",
    );
    expect(finding({ width: 1 })).toContain("space and axis are the same");
  });

  test("of weights that are all zero is that there is no space", () => {
    const dead = { ...decoder, meanAngle: Float64Array.of(1, Number.NaN) };
    expect(saySpace(dead, 1, labels)).toContain("is empty");
    expect(sayFinding(dead, labels, true)).toBe("");
  });
});
