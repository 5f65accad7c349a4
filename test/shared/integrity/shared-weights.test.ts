import { expect, test } from "vitest";
import { BUILT_IN_HOMEWORK } from "../../../shared/assignment/homework/index.ts";
import { specOf } from "../../../shared/assignment/homework/specs.ts";
import { listGivenSpecs } from "../../../shared/integrity/given.ts";
import {
  FEW_STUDENTS,
  judgeSharedWeights,
  type WeighedRun,
} from "../../../shared/integrity/shared-weights.ts";
import { specId } from "../../../shared/spec/identity.ts";

const given = { specIds: new Set(["given"]), seeds: new Set([0]) };
const run = (member: string, changes: Partial<WeighedRun> = {}): WeighedRun => ({
  ...{ member, specId: "own", seed: 77, engine: "moments", device: "processor" },
  ...{ status: "reproduced", isReproducible: true },
  ...changes,
});
const gpu = { engine: "tfjs", device: "webgpu", status: "scored" } as const;
const forged = { status: "scored" } as const;
const judge = (...runs: readonly WeighedRun[]) => judgeSharedWeights(runs, given);

test("one student alone is never flagged", () => {
  expect(judge(run("a"), run("a", gpu), run("a", { specId: "else" }))).toBeNull();
});

test.each([
  ["two settings", [run("a"), run("b", { ...forged, specId: "else" })], "differentSpecs"],
  ["the processor and a GPU", [run("a"), run("b", gpu)], "differentEngines"],
  ["a GPU each, by settings of their own choice", [run("a", gpu), run("b", gpu)], "sameDevice"],
  ["a seed that does not give them", [run("a", forged), run("b", forged)], "notFromSeed"],
  ["a seed that few chose", [run("a"), run("b")], "sameSeed"],
] as const)("the same weights from %s", (_, runs, reason) => {
  expect(judge(...runs)).toBe(reason);
});

test.each([
  [
    "the homework's own settings",
    [run("a", { specId: "given", seed: 0 }), run("b", { specId: "given", seed: 0 })],
  ],
  ["the homework's own seed", [run("a", { seed: 0 }), run("b", { seed: 0 })]],
  [
    "equal GPUs that train what is given",
    [run("a", { ...gpu, specId: "given" }), run("b", { ...gpu, specId: "given" })],
  ],
  ["a popular seed", Array.from({ length: FEW_STUDENTS + 1 }, (_, i) => run(String(i)))],
  [
    "training that is too long to be repeated, from a given seed",
    [
      run("a", { ...forged, isReproducible: false, seed: 0 }),
      run("b", { ...forged, isReproducible: false, seed: 0 }),
    ],
  ],
] as const)("%s explain the same weights", (_, runs) => {
  expect(judge(...runs)).toBeNull();
});

test("what a homework gives everyone are its run cells at each width", () => {
  const { specIds, seeds } = listGivenSpecs(BUILT_IN_HOMEWORK);
  expect(specIds.has(specId(specOf("problem-1", 200)))).toBe(true);
  expect(specIds.has(specId(specOf("problem-2", 5)))).toBe(true);
  expect(specIds.has(specId({ ...specOf("problem-1", 200), seed: 1 }))).toBe(false);
  expect(seeds.has(specOf("problem-1", 5).seed)).toBe(true);
});
