import { expect, test } from "vitest";
import { buildImagesSvg } from "../../../../client/plot/svg/build-images-svg.ts";
import { galleryCsv, galleryTable } from "../../../../client/views/reconstructions/gallery-files.ts";
import {
  comparableRuns,
  explainGaps,
  widthCsv,
  widthRows,
  widthTable,
} from "../../../../client/views/reconstructions/width-rows.ts";
import type { ViewedRun } from "../../../../client/views/viewed-run.ts";
import { scaleImages } from "../../../../shared/dataset/scaling.ts";
import { takeImages } from "../../../../shared/dataset/split.ts";
import { besidePca } from "../../../../shared/metrics/beside-pca.ts";
import { initialWeights } from "../../../../shared/model/initial-weights.ts";
import { Mt19937 } from "../../../../shared/random/mt19937.ts";
import { layersOfWidth } from "../../../../shared/spec/latent-width.ts";
import { digits } from "../../../shared/digits.ts";
import { readReference } from "../../../shared/reference.ts";

const { spec } = readReference("mlp-20");

function runOf(width: number, changes: Partial<ViewedRun["spec"]> = {}): ViewedRun {
  const layers = layersOfWidth(spec.model, width) ?? [];
  return {
    ...{ key: String(width), name: `h = ${width}`, trainLoss: [] },
    spec: { ...spec, model: { ...spec.model, layers }, ...changes },
    weights: initialWeights(layers, new Mt19937(0)),
    metrics: { trainMse: 0.5, testMse: 0.6, randomMse: 1 },
  };
}

const places = Int32Array.of(3, 14, 15);
const runs = [runOf(80), runOf(5), runOf(20)];
const compared = comparableRuns(runOf(5), runs);
const found = besidePca({ models: compared, places }, digits);
const rows = widthRows(compared, found);
const looked = { places, labels: digits.labels, sets: Array.from(digits.labels, () => "test" as const) };

test("models stand narrowest first, each above PCA of its width, until PCA loses nothing", () => {
  expect(rows.map(({ label }) => label)).toEqual(["h = 5", "PCA, 5", "h = 20", "PCA, 20", "h = 80"]);
});

test("two attempts of one width share one PCA below them", () => {
  const twice = [runOf(5), { ...runOf(5), name: "h = 5, Attempt 2" }];
  const beside = besidePca({ models: twice, places }, digits);
  expect(widthRows(twice, beside).map(({ label }) => label)).toEqual(["h = 5", "h = 5, Attempt 2", "PCA, 5"]);
});

test("a run on other data does not stand beside them", () => {
  const unit = runOf(20, { dataset: { ...spec.dataset, scaling: "unit" } });
  expect(comparableRuns(runOf(5), [...runs, unit])).toHaveLength(3);
});

test("the gap is how far a model's train error lies above PCA's", () => {
  expect(rows[0]?.gap).toBeCloseTo(0.5 - 0.23440077733415374, 6);
  expect(rows[1]?.gap).toBeNull();
  expect(rows.at(-1)?.gap).toBeNull();
});

test("what a gap means depends on whether the model is affine, and on what keeps it from PCA", () => {
  expect(explainGaps(compared, found)).toMatch(/has not reached yet: train longer/);
  const decayed = runOf(20, { optimizer: { ...spec.optimizer, weightDecay: 0.5 } });
  expect(explainGaps([decayed], found.slice(1, 2))).toMatch(/kept from.*a penalty/);
  const relu = runOf(20, { model: { ...spec.model, layers: [...spec.model.layers, { kind: "relu" }] } });
  expect(explainGaps([relu], found.slice(1, 2))).toMatch(/may fall below it/);
  expect(explainGaps([runOf(80)], found.slice(2))).toMatch(/64 numbers or more/);
});

test("the csv has a row for each image in each row of the grid", () => {
  const lines = widthCsv(rows, looked).trim().split("\r\n");
  expect(lines[0]).toBe("model,place,digit,set,error,mean train error,mean test error");
  expect(lines).toHaveLength(1 + rows.length * places.length);
  expect(lines[1]).toMatch(/^h = 5,3,3,test,\d/);
});

test("the grid is drawn as squares that are all inside it, with every row and column named", () => {
  const images = takeImages(scaleImages(digits, "standardize"), places);
  const svg = buildImagesSvg(
    widthTable(rows, looked, { images, question: "Which width?", range: [-1, 2], note: "A <note>." }),
  );
  expect(svg.match(/shape-rendering="crispEdges"/g)).toHaveLength(6 * 3);
  for (const text of ["Which width?", "h = 5", "PCA, 20", "test 0.6000", "A &lt;note&gt;."])
    expect(svg).toContain(text);
  const [, width = "0", height = "0"] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  for (const [, x = "", y = ""] of svg.matchAll(/translate\(([\d.]+) ([\d.]+)\)/g)) {
    expect(Number(x) + 40).toBeLessThanOrEqual(Number(width));
    expect(Number(y) + 40).toBeLessThanOrEqual(Number(height));
  }
});

test("the gallery's csv has place, digit, set and error of every image that is looked at, in their order", () => {
  const errors = Float64Array.from(digits.labels, (_, place) => place / 10);
  expect(galleryCsv(Int32Array.of(15, 3), { ...looked, errors })).toBe(
    "place,digit,set,error\r\n15,5,test,1.5\r\n3,3,test,0.3\r\n",
  );
});

test("a page of the gallery is saved with its residuals on a scale around zero", () => {
  const image = new Float32Array(64).fill(1);
  const one = {
    ...{ place: 3, label: 3, set: "train" as const, error: 0.25 },
    ...{ image, reconstruction: new Float32Array(64), residual: image },
  };
  const table = galleryTable([one], { question: "?", range: [-1, 2], note: "" });
  expect(table.columns).toEqual([["3", "train", "0.250"]]);
  expect(table.rows.map(({ label, range }) => [label, ...range])).toEqual([
    ["image", -1, 2],
    ["reconstruction", -1, 2],
    ["residual", -1.5, 1.5],
  ]);
});
