import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { readDataset } from "../../../client/pytorch/dataset/read-dataset.ts";
import { readModel } from "../../../client/pytorch/model/read-model.ts";
import { forward } from "../../../shared/model/forward.ts";
import { initialWeights } from "../../../shared/model/initial-weights.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import { listParameters } from "../../../shared/spec/parameters.ts";
import { readFixtures } from "./fixtures.ts";

/** What make_answers.py prints: PyTorch's own words on every class. */
const Answers = z.strictObject({
  models: z.record(
    z.string(),
    z.strictObject({
      shapes: z.array(z.array(z.int())),
      output: z.array(z.number()),
      latent: z.nullable(z.array(z.number())),
    }),
  ),
  datasets: z.record(
    z.string(),
    z.strictObject({ length: z.int(), shape: z.array(z.int()), dtype: z.string() }),
  ),
});

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const kept = Answers.parse(JSON.parse(readFileSync(path("../../reference/pytorch-classes.json"), "utf8")));
/** A python3 that has torch; Debian's may stand behind another on the path. */
const python = ["python3", "/usr/bin/python3"].find(
  (name) => spawnSync(name, ["-c", "import torch"]).status === 0,
);

/** The script's two examples of x[i] = (37 i mod 17) / 8 - 1. */
const IMAGES = Float32Array.from({ length: 128 }, (_, i) => ((i * 37) % 17) / 8 - 1);

function worst(got: ArrayLike<number>, expected: readonly number[]): number {
  return Math.max(...expected.map((value, i) => Math.abs((got[i] ?? Number.NaN) - value)));
}

const accepted = readFixtures("accepted");

describe("a class that is read computes in the lab what it computes in PyTorch, from torch.manual_seed(0):", () => {
  test.each(accepted)("$name", ({ name, source }) => {
    const [read, answer] = [readModel(source), kept.models[name]];
    if (!read.ok || answer === undefined) throw new Error(`${name} has no answer; run make_answers.py`);
    const { layers, latentAfter, returnsLatent } = read.value;
    expect(returnsLatent).toBe(answer.latent !== null);
    expect(listParameters(layers).map(({ shape }) => shape)).toEqual(answer.shapes);
    const weights = initialWeights(layers, new Mt19937(0));
    const { output, latent } = forward({ layers: [...layers], latentAfter }, weights, IMAGES);
    expect(output).toHaveLength(answer.output.length);
    expect(worst(output, answer.output)).toBeLessThan(1e-5);
    if (answer.latent !== null) expect(worst(latent, answer.latent)).toBeLessThan(1e-5);
  });
});

test("a Dataset that is accepted hands out float32 of the asked shape in PyTorch", () => {
  const read = readFixtures("datasets").flatMap(({ name, source, expected }) => {
    if (!expected.startsWith("{")) return [];
    const asked = /^# itemShape: (\S+)/m.exec(source)?.[1];
    const itemShape = asked?.split("x").map(Number) ?? [1, 64];
    const dataset = readDataset(source, { itemShape });
    return dataset.ok ? [[name, { length: 10, shape: dataset.value.itemShape, dtype: "torch.float32" }]] : [];
  });
  expect(Object.fromEntries(read)).toEqual(kept.datasets);
});

test("PyTorch's answers are kept for every class that is accepted", () => {
  expect(Object.keys(kept.models)).toEqual(accepted.map(({ name }) => name));
});

test.runIf(python !== undefined)("PyTorch, asked now, still gives the answers that are kept", () => {
  const printed = execFileSync(python ?? "python3", [path("make_answers.py")], {
    encoding: "utf8",
    stdio: "pipe",
  });
  const fresh = Answers.parse(JSON.parse(printed));
  expect(fresh.datasets).toEqual(kept.datasets);
  expect(Object.keys(fresh.models)).toEqual(Object.keys(kept.models));
  for (const [name, { shapes, output, latent }] of Object.entries(fresh.models)) {
    const before = kept.models[name];
    expect(shapes).toEqual(before?.shapes);
    expect(worst(output, before?.output ?? [])).toBeLessThan(1e-5);
    expect(latent === null).toBe(before?.latent === null);
    if (latent !== null) expect(worst(latent, before?.latent ?? [])).toBeLessThan(1e-5);
  }
});
