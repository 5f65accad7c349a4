import { expect, test } from "vitest";
import { BUILT_IN_PROBLEMS } from "../../../shared/assignment/problems.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { splitExamples, takeImages } from "../../../shared/dataset/split.ts";
import { pcaFloors, testFloors } from "../../../shared/training/pca-floor.ts";
import { digits } from "../digits.ts";
import { core, readReference, worstAbsolute } from "../reference.ts";

const dataset = readReference("mlp-20").spec.dataset;

test("the floors are NumPy's eigenvalue sums, on train and on test", () => {
  const images = scaleImages(digits, dataset.scaling);
  const { train } = splitExamples(dataset.split, digits.labels);
  expect(worstAbsolute(pcaFloors(takeImages(images, train)), core.floors.train)).toBeLessThan(1e-7);
  expect(worstAbsolute(testFloors(dataset, digits), core.floors.test)).toBeLessThan(1e-7);
});

test("the floor at 20 is what sklearn's PCA(20) fitted to the same images leaves", () => {
  expect(testFloors(dataset, digits)[20]).toBeCloseTo(core.floors["PCA(20) on test"], 7);
});

test("floors fall with the width and reach zero at rank 61, for three pixels never change", () => {
  const floors = [...pcaFloors(scaleImages(digits, "standardize"))];
  expect(floors.every((floor, h) => h === 0 || floor <= (floors[h - 1] ?? 0))).toBe(true);
  expect(floors[60]).toBeGreaterThan(1e-8);
  expect(floors[61]).toBeLessThan(1e-12);
});

test("no trained model of the references passes the floor of its width", () => {
  for (const [name, width] of [
    ["mlp-5", 5],
    ["mlp-20", 20],
  ] as const) {
    const { metrics, spec } = readReference(name);
    expect(metrics.testMse).toBeGreaterThan(testFloors(spec.dataset, digits)[width] ?? 0);
  }
  expect(BUILT_IN_PROBLEMS[0]?.sweep.spec.dataset).toEqual(dataset);
});
