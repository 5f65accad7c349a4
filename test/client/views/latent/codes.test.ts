import { describe, expect, test } from "vitest";
import { buildMapSvg } from "../../../../client/plot/svg/build-map-svg.ts";
import {
  blend,
  blendInSteps,
  codeAt,
  codeOf,
  decodeCodes,
  meanBase,
} from "../../../../client/views/latent/codes.ts";
import { explainMap, mapCsv, mapFigure } from "../../../../client/views/latent/map-files.ts";
import { pointsOf, scaleOf } from "../../../../client/views/latent/map-points.ts";
import { pathCsv, pathOf, pathTable } from "../../../../client/views/latent/path-of.ts";
import { scaleImages } from "../../../../shared/dataset/scaling.ts";
import { mapLatent } from "../../../../shared/metrics/latent-map.ts";
import { rebuild } from "../../../../shared/metrics/rebuild.ts";
import { initialWeights } from "../../../../shared/model/initial-weights.ts";
import { Mt19937 } from "../../../../shared/random/mt19937.ts";
import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import { digits } from "../../../shared/digits.ts";
import { readReference, worstAbsolute } from "../../../shared/reference.ts";

const { spec: base } = readReference("mlp-5");
const { labels } = digits;

function modelOf(layers: ExperimentSpec["model"]["layers"], latentAfter: number) {
  const spec: ExperimentSpec = { ...base, model: { layers, latentAfter } };
  const weights = initialWeights(layers, new Mt19937(0));
  return { spec, weights, map: mapLatent({ spec, weights, digits }) };
}

const linear = (width: number) =>
  modelOf(
    [
      { kind: "linear", in: 64, out: width },
      { kind: "linear", in: width, out: 64 },
    ],
    0,
  );
const bent = modelOf(
  [
    { kind: "linear", in: 64, out: 6 },
    { kind: "linear", in: 6, out: 30 },
    { kind: "tanh" },
    { kind: "linear", in: 30, out: 64 },
  ],
  0,
);
const images = scaleImages(digits, base.dataset.scaling);
const imageAt = (place: number) => images.subarray(place * 64, (place + 1) * 64);

describe("a code at a place of the map", () => {
  test("is the image's own where its code has two numbers and no more", () => {
    const { map, ...two } = linear(2);
    const points = pointsOf(map, [0, 1], labels);
    const place = { x: points[20] ?? 0, y: points[21] ?? 0 };
    const code = codeAt(map, [0, 1], { base: meanBase(map), place });
    expect(worstAbsolute(code, codeOf(two, imageAt(10)))).toBeLessThan(1e-6);
    const { reconstructions } = rebuild({ ...two, digits });
    expect(worstAbsolute(decodeCodes(two, code), reconstructions.subarray(640, 704))).toBeLessThan(1e-5);
  });

  test("is the mean code at 0, 0, and moves along the two components alone", () => {
    const { map } = linear(20);
    expect(codeAt(map, [0, 1], { base: meanBase(map), place: { x: 0, y: 0 } })).toEqual(map.mean);
    const code = codeAt(map, [2, 5], { base: meanBase(map), place: { x: 1.5, y: -2 } });
    const along = (k: number) =>
      code.reduce(
        (sum, value, i) => sum + (value - (map.mean[i] ?? 0)) * (map.components[k * 20 + i] ?? 0),
        0,
      );
    const expected = [0, 0, 1.5, 0, 0, -2, 0, 0, 0, 0];
    expect(
      worstAbsolute(
        expected.map((_, k) => along(k)),
        expected,
      ),
    ).toBeLessThan(1e-9);
  });

  test("keeps the rest of an image's code when it starts from it", () => {
    const { map, ...model } = linear(20);
    const points = pointsOf(map, [0, 1], labels);
    const at = { x: points[6] ?? 0, y: points[7] ?? 0 };
    const code = codeOf(model, imageAt(3));
    expect(codeAt(map, [0, 1], { base: { code, at }, place: at })).toEqual(code);
  });

  test("moves across alone where a code is one number", () => {
    const { map } = linear(1);
    expect(Array.from(codeAt(map, [0, 1], { base: meanBase(map), place: { x: 0.7, y: 3 } }))).toEqual([0.7]);
  });
});

describe("a path", () => {
  const [a, b] = [imageAt(3), imageAt(8)];

  test("begins and ends with the two reconstructions", () => {
    const { decoded } = pathOf(bent, a, b);
    const { reconstructions } = rebuild({ ...bent, digits });
    const at = (place: number) => reconstructions.subarray(place * 64, (place + 1) * 64);
    expect(worstAbsolute(decoded.subarray(0, 64), at(3))).toBeLessThan(1e-5);
    expect(worstAbsolute(decoded.subarray(8 * 64), at(8))).toBeLessThan(1e-5);
  });

  test("through an affine decoder is a cross-fade of the two reconstructions; a non-linear one bends it", () => {
    expect(pathOf(linear(20), a, b).bend).toBeLessThan(1e-9);
    expect(pathOf(bent, a, b).bend).toBeGreaterThan(1e-6);
  });

  test("is blended in equal steps with both ends", () => {
    const [zero, one] = [Float64Array.of(0, 10), Float64Array.of(1, 20)];
    expect(Array.from(blend(zero, one, 0.25))).toEqual([0.25, 12.5]);
    expect(Array.from(blendInSteps(zero, one, 3))).toEqual([0, 10, 0.5, 15, 1, 20]);
  });

  test("is saved with every pixel of both ways", () => {
    const path = pathOf(bent, a, b);
    const lines = pathCsv(path).trim().split("\r\n");
    expect(lines).toHaveLength(1 + 2 * 9);
    expect(lines[1]?.split(",")).toHaveLength(2 + 64);
    const { rows, columns } = pathTable(path, { question: "?", range: [-1, 2], note: "" });
    expect(columns.map(([share]) => share)).toEqual([
      "0",
      "0.125",
      "0.25",
      "0.375",
      "0.5",
      "0.625",
      "0.75",
      "0.875",
      "1",
    ]);
    expect(worstAbsolute(rows[1]?.images[8] ?? [], b)).toBeLessThan(1e-6);
  });
});

describe("the map", () => {
  const { map } = linear(20);
  const points = pointsOf(map, [1, 0], labels);

  test("lays the chosen components across and up", () => {
    expect(points[20]).toBe(map.positions[101]);
    expect(points[21]).toBe(map.positions[100]);
  });

  test("gives each digit a line of its own where a code is one number", () => {
    const line = pointsOf(linear(1).map, [0, 1], labels);
    const heights = new Set(Array.from(labels, (label, place) => `${label} ${line[2 * place + 1]}`));
    expect(heights.size).toBe(10);
  });

  test("holds every point, with one unit as long across as up, and leads back from px to codes", () => {
    const { toPixels, toCode } = scaleOf(points, 500);
    for (let place = 0; place < labels.length; place++) {
      const { x, y } = toPixels({ x: points[2 * place] ?? 0, y: points[2 * place + 1] ?? 0 });
      expect(Math.min(x, y)).toBeGreaterThan(0);
      expect(Math.max(x, y)).toBeLessThan(500);
    }
    const [origin, unit] = [toPixels({ x: 0, y: 0 }), toPixels({ x: 1, y: 1 })];
    expect(unit.x - origin.x).toBeCloseTo(origin.y - unit.y, 9);
    expect(toCode(toPixels({ x: 0.3, y: -1.2 }))).toEqual({
      x: expect.closeTo(0.3, 9),
      y: expect.closeTo(-1.2, 9),
    });
  });

  test("is saved as csv with every component of every image", () => {
    const sets = Array.from(labels, () => "test" as const);
    const lines = mapCsv(map, labels, sets).trim().split("\r\n");
    expect(lines[0]).toMatch(/^place,digit,set,component 1,.*component 10$/);
    expect(lines).toHaveLength(1 + labels.length);
  });

  test("is drawn as numerals, each inside the square, with its axes named", () => {
    const svg = buildMapSvg(
      mapFigure(map, {
        ...{ axes: [1, 0] as const, points, labels, places: Int32Array.of(0, 1, 5) },
        ...{ question: "Where?", note: "All <images>." },
      }),
    );
    expect(svg.match(/<text x="[\d.]+" y="[\d.]+">\d<\/text>/g)).toHaveLength(3);
    expect(svg).toMatch(/component 2, \d+ % of the variance →/);
    expect(svg).toContain("All &lt;images&gt;.");
  });

  test("says how it came about", () => {
    expect(explainMap(map, 1797)).toMatch(/holds 20 numbers.*all 1,797 images/);
    expect(explainMap({ ...map, fitted: 163, size: 51200 }, 1797)).toMatch(
      /51,200 numbers.*163 images that a seed drew/,
    );
    expect(explainMap(linear(2).map, 1797)).toMatch(/two numbers/);
    expect(explainMap(linear(1).map, 1797)).toMatch(/one number/);
  });
});
