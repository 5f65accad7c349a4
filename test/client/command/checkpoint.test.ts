import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pass } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { openKernels } from "../../../client/command/kernels-in-node.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { splitExamples, takeImages } from "../../../shared/dataset/split.ts";
import { sha256Hex } from "../../../shared/spec/identity.ts";
import { decodeCheckpoint, encodeCheckpoint } from "../../../shared/training/checkpoint-file.ts";
import { trainBySimd } from "../../../shared/training/simd/train.ts";
import { digits } from "../../shared/digits.ts";
import { readReference, worstRelative } from "../../shared/reference.ts";
import { simdHashes } from "../../shared/training/pinned-hashes.ts";
import { openFolder, parseLines } from "./run-lab.ts";

const { folder, start, lab, writeSpec } = openFolder();
const relu = readReference("mlp-relu");
const reluPath = writeSpec("relu.json", relu.spec);
const longSpec = { ...relu.spec, epochs: 10_000 };
const longPath = writeSpec("long.json", longSpec);

function inFolder(name: string): string {
  return join(folder, name);
}

/** Writes the checkpoint of the run after `epochs` epochs. */
function writeCheckpoint(name: string, epochs: number): string {
  const { spec } = relu;
  const { train } = splitExamples(spec.dataset.split, digits.labels);
  const images = takeImages(scaleImages(digits, spec.dataset.scaling), train);
  const trainLoss: number[] = [];
  for (const step of trainBySimd(spec, images, openKernels())) {
    trainLoss.push(step.trainLoss ?? Number.NaN);
    if (trainLoss.length < epochs) continue;
    const run = { spec, engine: "simd", device: "processor", history: { trainLoss } } as const;
    writeFileSync(inFolder(name), encodeCheckpoint({ ...run, state: step.state() }));
    break;
  }
  return name;
}

describe("--checkpoint", () => {
  test("keeps the place of a run that is stopped by Ctrl-C", async () => {
    const { child, ended } = start(["train", longPath, "--checkpoint", "long.part1"]);
    while (!existsSync(inFolder("long.part1"))) await pass(5);
    child.kill("SIGINT");
    expect(await ended).toEqual({ code: 130, out: "", err: "" });
    const kept = decodeCheckpoint(longSpec, readFileSync(inFolder("long.part1")));
    if (!kept.ok) throw new Error(kept.error.message);
    const { history, state, engine } = kept.value;
    expect(engine).toBe("simd");
    expect(state.epoch).toBeGreaterThan(0);
    expect(history.trainLoss).toHaveLength(state.epoch);
  });

  test("keeps the end of a run, which finishes at once from there with the same numbers", async () => {
    const trained = await lab("train", reluPath, "--checkpoint", "whole.safetensors");
    const again = await lab("train", reluPath, "--resume", "whole.safetensors");
    const [[first], [second]] = [parseLines(trained.out), parseLines(again.out)];
    expect(second).toMatchObject({ trainLoss: first?.trainLoss, metrics: first?.metrics });
    expect(second?.resumed).toEqual([{ epoch: 50, engine: "simd", device: "processor", after: "stop" }]);
    expect(first?.resumed).toBeUndefined();
  });

  test("writes over nothing but a checkpoint of the same spec", async () => {
    const before = readFileSync(inFolder(reluPath));
    const { code, out, err } = await lab("train", reluPath, "--checkpoint", reluPath);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^lab: --checkpoint relu\.json: will not be written over [^\n]*name another file\n$/);
    expect(readFileSync(inFolder(reluPath))).toEqual(before);
  });

  test("is refused where it cannot be written, before anything is trained", async () => {
    const { code, out, err } = await lab("train", reluPath, "--checkpoint", "nowhere/c");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^lab: --checkpoint nowhere\/c: cannot be written [^\n]*\n$/);
  });
});

describe("--resume", () => {
  test("goes on with PyTorch's losses to the weights of a run that never stopped", async () => {
    const file = writeCheckpoint("twenty", 20);
    const { code, out, err } = await lab("train", reluPath, "--resume", file, "--out", "resumed");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const [line] = parseLines(out);
    expect(line?.resumed).toEqual([{ epoch: 20, engine: "simd", device: "processor", after: "stop" }]);
    expect(worstRelative(line?.trainLoss ?? [], relu.trainLoss)).toBeLessThan(1e-6);
    expect(sha256Hex(readFileSync(inFolder("resumed/weights.safetensors")))).toBe(simdHashes["mlp-relu"]);
  });

  test.each([
    ["a checkpoint of another spec", longPath, "it is of another spec; epochs: expected 10000, got 50"],
    ["a file that is not there", reluPath, "cannot be read"],
    ["a truncated one", reluPath, "expected"],
    ["something else", reluPath, "expected a safetensors file"],
  ])("refuses %s with 2 and one line", async (name, path, message) => {
    const file = {
      "a checkpoint of another spec": writeCheckpoint("other", 3),
      "a file that is not there": "missing",
      "a truncated one": "half",
      "something else": reluPath,
    }[name];
    const whole = readFileSync(inFolder(writeCheckpoint("whole", 3)));
    writeFileSync(inFolder("half"), whole.subarray(0, whole.length / 2));
    const { code, out, err } = await lab("train", path, "--resume", file ?? "");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^lab: --resume [^\n]*\n$/);
    expect(err).toContain(message);
  });

  test("is of one run", async () => {
    const { code, err } = await lab("train", reluPath, longPath, "--resume", "x");
    expect(code).toBe(2);
    expect(err).toMatch(/^lab: --checkpoint and --resume are of one run; got 2 specs\n/);
  });
});
