import { expect, test } from "vitest";
import {
  beyondLimit,
  KeptSnapshot,
  packSnapshot,
  unpackSnapshot,
} from "../../../client/outbox/kept-snapshots.ts";
import { initialWeights } from "../../../shared/model/initial-weights.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import { countParameters } from "../../../shared/spec/parameters.ts";
import { readReference } from "../../shared/reference.ts";

const { layers } = readReference("cae-mixed").spec.model;
const snapshots = [0, 1].map((seed) => ({
  epoch: 50 * seed,
  weights: initialWeights(layers, new Mt19937(seed)),
}));

const [first, last] = snapshots;
if (first === undefined || last === undefined) throw new Error("two snapshots");

test("a snapshot is read back as it was kept", () => {
  const row = packSnapshot(layers, "a", last);
  expect(KeptSnapshot.parse(structuredClone(row))).toEqual(row);
  expect(row.numbers).toHaveLength(countParameters(layers));
  expect(unpackSnapshot(layers, row)).toEqual(last);
});

test("a row of another model is no snapshot of this one", () => {
  const other = readReference("mlp-20").spec.model.layers;
  expect(unpackSnapshot(other, packSnapshot(layers, "a", first))).toBeNull();
});

test("the oldest make room, and the newest stays however large it is", () => {
  const kept = [
    { id: "middle", keptAt: 2, bytes: 40 },
    { id: "oldest", keptAt: 1, bytes: 30 },
    { id: "newest", keptAt: 3, bytes: 60 },
  ];
  expect(beyondLimit(kept, 130)).toEqual([]);
  expect(beyondLimit(kept, 129)).toEqual(["oldest"]);
  expect(beyondLimit(kept, 50)).toEqual(["middle", "oldest"]);
});
