import { describe, expect, test } from "vitest";
import { buildImagesSvg } from "../../../client/plot/svg/build-images-svg.ts";
import { chooseWay } from "../../../client/views/pad/create-reconstruction.ts";
import { groupErrors } from "../../../client/views/pad/error-groups.ts";
import { buildErrorScale, outlineOf } from "../../../client/views/pad/error-scale.ts";
import { distance, drawStroke } from "../../../client/views/pad/pen.ts";
import { listPictures, tabulatePictures } from "../../../client/views/pad/pictures.ts";
import { explainRandom, sayPlace, sayStanding, saySubject } from "../../../client/views/pad/words.ts";
import { countBlocks } from "../../../shared/dataset/bitmap.ts";
import { splitExamples } from "../../../shared/dataset/split.ts";
import type { Layer } from "../../../shared/spec/layers.ts";
import { digits } from "../../shared/digits.ts";
import { readReference } from "../../shared/reference.ts";

const BLANK = new Uint8Array(1_024);
const { spec } = readReference("mlp-5");
const of = (...errors: number[]) => Float64Array.from(errors);

describe("a stroke", () => {
  test("of the pen along the middle of a row of blocks fills them, one of the eraser empties them", () => {
    const along = { from: { x: 8, y: 10 }, to: { x: 24, y: 10 } };
    const drawn = drawStroke(BLANK, { ...along, tool: "pen" });
    expect(Array.from(countBlocks(drawn).subarray(16, 24))).toEqual([0, 6, 16, 16, 16, 16, 6, 0]);
    expect(drawStroke(drawn, { ...along, tool: "eraser" })).toEqual(BLANK);
    expect(BLANK.every((dot) => dot === 0)).toBe(true);
  });

  test("that leaves the pad draws what lies on it", () => {
    const drawn = drawStroke(BLANK, { from: { x: -9, y: -9 }, to: { x: 1, y: 1 }, tool: "pen" });
    expect(Array.from(countBlocks(drawn)).flatMap((count, i) => (count > 0 ? [i] : []))).toEqual([0]);
  });

  test("reaches as far from its ends as from its middle", () => {
    const [a, b] = [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
    ];
    expect([-3, 2, 7].map((x) => distance({ x, y: 0 }, a, b))).toEqual([3, 0, 3]);
    expect(distance({ x: 2, y: 2 }, a, b)).toBe(2);
  });
});

describe("where an error stands", () => {
  const group = (errors: number[]) => ({
    ...{ name: "test images", all: "1,000 test images", meaning: "test" as const, sorted: of(...errors) },
  });

  test("is said in per cent, and all or none only where it is so", () => {
    const errors = Array.from({ length: 1_000 }, (_, i) => i);
    const say = (error: number) => sayStanding(error, [group(errors)]);
    // scipy.stats.percentileofscore(range(1000), [970, 999, 1, 1000, 0], "strict")
    expect(say(970)).toBe("larger than that of 97 % of the 1,000 test images");
    expect(say(999)).toBe("larger than that of 99 % of the 1,000 test images");
    expect(say(1)).toBe("larger than that of 1 % of the 1,000 test images");
    expect(say(1_000)).toBe("larger than that of any of the 1,000 test images");
    expect(say(0)).toBe("smaller than that of any of the 1,000 test images");
  });

  test("is said of both sides where one digit was trained on, the held-out images where there are some", () => {
    const errors = Float64Array.from(digits.labels, (label, i) => (label === 2 ? 0 : 1) + i / 10_000);
    const split = { kind: "oneDigit", digit: 2, heldOutFraction: 0.2, seed: 0 } as const;
    const groups = groupErrors({ ...spec, dataset: { ...spec.dataset, split } }, digits, errors);
    const { heldOut, test: others } = splitExamples(split, digits.labels);
    expect(groups.map(({ meaning, sorted }) => [meaning, sorted.length])).toEqual([
      ["normal", heldOut.length],
      ["anomaly", others.length],
    ]);
    expect(sayStanding(0.5, groups)).toBe(
      `larger than that of any of the ${heldOut.length} held-out images of the digit 2, and smaller than that of any of the 1,620 images of other digits`,
    );
  });

  test("is drawn on a logarithmic axis that holds what is marked on it", () => {
    const scale = buildErrorScale([group([0.1, 0.1, 1])], [10]);
    const shares = [0.1, 1, 10].map(scale.toShare);
    expect((shares[1] ?? 0) - (shares[0] ?? 0)).toBeCloseTo((shares[2] ?? 0) - (shares[1] ?? 0), 10);
    expect([0, 1e-3, 1e9].map(scale.toShare)).toEqual([0, 0, 1]);
    expect(scale.heights[0]?.filter((height) => height > 0)).toEqual([1, 0.5]);
    expect(scale.ticks).toContain(1);
  });

  test("has an axis also where every error is the same, or 0", () => {
    for (const error of [0, 0.3]) {
      const { toShare, heights } = buildErrorScale([group([error, error])], [error]);
      expect(toShare(error)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...(heights[0] ?? []))).toBe(1);
    }
  });

  test("has an outline that begins and ends at the bottom", () => {
    expect(outlineOf([1, 0.5])).toBe("M0 100V0.0H50.00V50.0H100.00V100");
  });
});

describe("what is said of the pad", () => {
  test("is where the pen is, counted from 1, and what is drawn there", () => {
    const counts = Uint8Array.from({ length: 64 }, (_, i) => (i === 8 * 2 + 3 ? 12 : 0));
    expect(sayPlace({ x: 14, y: 11 }, counts)).toBe("Row 3, column 4: 12 of 16.");
    expect(sayPlace({ x: 14, y: 11 }, null)).toBe("Row 3, column 4.");
  });

  test("is what lies on it", () => {
    const { labels } = digits;
    expect(saySubject({ kind: "drawing", bitmap: BLANK, from: null }, true, labels)).toContain("empty image");
    expect(saySubject({ kind: "drawing", bitmap: BLANK, from: 5 }, false, labels)).toContain(
      "Image 5 of the data, a 5",
    );
    expect(saySubject({ kind: "random", row: 0 }, false, labels)).toContain(
      "row 1 of 50: torch.manual_seed(0)",
    );
  });
});

describe("why random data are given back as they are", () => {
  const run = (layers: Layer[], randomMse: number) => ({
    ...{ key: "", name: "", weights: new Map(), trainLoss: [] },
    spec: { ...spec, model: { layers, latentAfter: 0 } },
    metrics: { trainMse: 0.4, testMse: 0.5, randomMse },
  });
  const linear = (h: number): Layer[] => [
    { kind: "linear", in: 64, out: h },
    { kind: "linear", in: h, out: 64 },
  ];

  test("a narrow linear model keeps a share of the directions", () => {
    const words = explainRandom(run(linear(16), 1));
    expect(words).toContain("1.0000, 2 times the 0.5000 of the test images");
    expect(words).toContain("(64 - 16) / 64 = 0.75");
  });

  test("a wide one passes anything on", () => {
    const words = explainRandom(run(linear(200), 0.5));
    expect(words).toContain("With 200 numbers between its halves");
    expect(words).not.toContain("64 directions");
  });
});

test("an image is run through the model's map, on the page, or beside it where it is too much for a frame", () => {
  const convolutions = (k: number): Layer[] => [
    { kind: "conv2d", in: 1, out: k, kernel: 3, padding: 1 },
    { kind: "relu" },
    { kind: "conv2d", in: k, out: 1, kernel: 3, padding: 1 },
  ];
  const way = (layers: Layer[]) => chooseWay({ ...spec, model: { layers, latentAfter: 0 } });
  expect(chooseWay(spec)).toBe("map");
  expect([5, 800].map((k) => way(convolutions(k)))).toEqual(["here", "beside"]);
});

test("the pictures that are saved are the image, its reconstruction and what is missing, with the words below", () => {
  const image = Float32Array.from({ length: 64 }, (_, i) => i / 63);
  const reconstruction = Float32Array.from({ length: 64 }, () => 0);
  const pictures = listPictures({ image, reconstruction }, [0, 1]);
  expect(pictures[2]).toMatchObject({ name: "residual", values: image, range: [-0.5, 0.5] });
  const table = tabulatePictures(pictures, { question: "What?", note: "Error 0.3360." });
  expect(table.rows.map(({ label, images }) => [label, images.length])).toEqual([
    ["image", 1],
    ["reconstruction", 1],
    ["residual", 1],
  ]);
  expect(buildImagesSvg(table)).toContain("Error 0.3360.");
});
