import { expect, test } from "vitest";
import { latentWidth } from "../../shared/spec/latent-width.ts";
import { canTrainByMoments } from "../../shared/training/moments.ts";
import { SEATS, seatSpecs } from "../../tools/demo/seats.ts";
import { trainRun } from "../../tools/demo/train-run.ts";
import { readReference, worstRelative } from "../shared/reference.ts";

const all = Array.from({ length: SEATS }, (_, seat) => seatSpecs(seat));

test("each of a dozen seats trains the six hidden sizes of problem 1 with a seed of its own", () => {
  expect(all.length).toBe(12);
  for (const [seat, specs] of all.entries()) {
    expect(specs.slice(0, 6).map(latentWidth)).toEqual([5, 20, 40, 80, 100, 200]);
    expect(new Set(specs.map(({ seed }) => seed))).toEqual(new Set([seat]));
  }
});

test("all that the seats train is exact, so that the server can reproduce it", () => {
  expect(all.flat().every(canTrainByMoments)).toBe(true);
});

test("some seats train longer or faster, and some go beyond problem 1: a board worth reading", () => {
  const specs = all.flat();
  expect(new Set(specs.map(({ epochs }) => epochs)).size).toBeGreaterThan(1);
  expect(new Set(specs.map(({ optimizer }) => optimizer.learningRate)).size).toBeGreaterThan(1);
  expect(specs.some(({ model }) => model.layers[0]?.kind === "conv2d")).toBe(true);
  expect(specs.some(({ dataset }) => dataset.split.kind === "oneDigit")).toBe(true);
});

test("a seat's run is really trained: seed 0 gives PyTorch's losses", () => {
  const reference = readReference("mlp-5");
  const { upload } = trainRun(reference.spec);
  expect(worstRelative(upload.history.trainLoss, reference.trainLoss)).toBeLessThan(1e-5);
});
