import { describe, expect, test } from "vitest";
import { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { sha256Hex } from "../../shared/spec/identity.ts";
import specs from "../reference/specs.json";
import { momentsHashes, simdHashes } from "../shared/training/pinned-hashes.ts";
import { trainOnKernels, trainRun } from "./real-run.ts";

function readSpec(name: string): ExperimentSpec {
  return ExperimentSpec.parse(Reflect.get(specs, name));
}

describe("workerd trains the weights that Node trains, to the last bit, by", () => {
  test.each(Object.entries(simdHashes))("simd: %s", (name, hash) => {
    expect(sha256Hex(trainOnKernels(readSpec(name)).weights)).toBe(hash);
  });

  test.each(Object.entries(momentsHashes))("moments: %s", (name, hash) => {
    expect(sha256Hex(trainRun(readSpec(name)).weights)).toBe(hash);
  });
});
