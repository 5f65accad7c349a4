import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../../shared/metrics/evaluate.ts";
import { decodeSafetensors } from "../../../shared/model/safetensors.ts";
import { specId } from "../../../shared/spec/identity.ts";
import { digits } from "../../shared/digits.ts";
import { readReference, worstRelative } from "../../shared/reference.ts";
import { findVulkanDriver } from "../../vulkan-driver.ts";
import { openFolder, parseLines } from "./run-lab.ts";

const { folder, start, lab, writeSpec } = openFolder();

const mlp = readReference("mlp-20");
const relu = readReference("mlp-relu");
const anomaly = readReference("anomaly-40");
const mlpPath = writeSpec("mlp-20.json", mlp.spec);
const reluPath = writeSpec("mlp-relu.json", relu.spec);
const anomalyPath = writeSpec("anomaly-40.json", anomaly.spec);

describe("train prints", () => {
  test("one line a spec in order, with PyTorch's numbers, by the engine that suits each", async () => {
    const { code, out, err } = await lab("train", mlpPath, reluPath, anomalyPath);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const lines = parseLines(out);
    for (const [i, { spec, trainLoss, metrics }] of [mlp, relu, anomaly].entries()) {
      const line = lines[i];
      expect(line?.specId).toBe(specId(spec));
      expect(worstRelative(line?.trainLoss ?? [], trainLoss)).toBeLessThan(1e-4);
      expect(Object.keys(line?.metrics ?? {})).toEqual(Object.keys(metrics));
      expect(worstRelative(Object.values(line?.metrics ?? {}), Object.values(metrics))).toBeLessThan(1e-3);
    }
    expect(lines.map(({ engine, device }) => [engine, device])).toEqual([
      ["moments", "processor"],
      ["simd", "processor"],
      ["moments", "processor"],
    ]);
  });

  test("specs that are much work in order, too, with the losses that each has alone", async () => {
    const long = { ...relu.spec, epochs: 700 };
    const paths = [mlp.spec, long, { ...long, seed: 1 }].map((spec, i) => writeSpec(`much-${i}.json`, spec));
    const lines = parseLines((await lab("train", ...paths)).out);
    for (const [i, path] of paths.entries()) {
      const [alone] = parseLines((await lab("train", path)).out);
      expect({ ...lines[i], durationMs: 0 }).toEqual({ ...alone, durationMs: 0 });
    }
  });

  test("the same losses by either engine", async () => {
    const [moments] = parseLines((await lab("train", mlpPath, "--engine", "moments")).out);
    const [tfjs] = parseLines((await lab("train", mlpPath, "--engine=tfjs")).out);
    expect([moments?.engine, tfjs?.engine]).toEqual(["moments", "tfjs"]);
    expect(worstRelative(tfjs?.trainLoss ?? [], moments?.trainLoss ?? [])).toBeLessThan(1e-4);
  });

  test("a spec that came on standard input", async () => {
    const { child, ended } = start(["train", "-"]);
    child.stdin.end(JSON.stringify({ ...mlp.spec, epochs: 2 }));
    const { code, out } = await ended;
    expect(code).toBe(0);
    expect(parseLines(out)[0]?.trainLoss).toHaveLength(2);
  });
});

describe("--device webgpu", () => {
  const spec = writeSpec("short.json", { ...mlp.spec, epochs: 3 });
  const onWebgpu = ["train", spec, "--engine", "tfjs", "--device", "webgpu"];

  test("trains on the GPU in Node, runs of one shape together, tells them in order, and ends by itself @whole", async () => {
    const driver = findVulkanDriver();
    const wide = writeSpec("wide.json", { ...readReference("mlp-200").spec, epochs: 1 });
    const seed = writeSpec("seed-1.json", { ...mlp.spec, epochs: 3, seed: 1 });
    const args = ["train", spec, wide, seed, "--engine", "tfjs", "--device", "webgpu"];
    const { code, out } = await start(args, driver === undefined ? {} : { VK_DRIVER_FILES: driver }).ended;
    expect(code).toBe(0);
    const lines = parseLines(out);
    expect(lines.map(({ engine, device }) => [engine, device])).toEqual(Array(3).fill(["tfjs", "webgpu"]));
    expect(lines.map(({ trainLoss }) => trainLoss.length)).toEqual([3, 1, 3]);
    const [first, , third] = lines;
    expect(worstRelative(first?.trainLoss ?? [], mlp.trainLoss.slice(0, 3))).toBeLessThan(1e-4);
    expect(third?.trainLoss).not.toEqual(first?.trainLoss);
    // Runs that train together have equal parts of the time.
    expect(third?.durationMs).toBe(first?.durationMs);
  });

  test.runIf(process.platform === "linux")(
    "says what it looked for where there is no GPU, and ends with 2",
    async () => {
      const { code, out, err } = await start(onWebgpu, { VK_DRIVER_FILES: "/no/driver.json" }).ended;
      expect({ code, out }).toEqual({ code: 2, out: "" });
      // Vulkan's loader may have said something before.
      expect(err.trimEnd().split("\n").at(-1)).toMatch(
        /^lab: --device webgpu: Dawn found no adapter \(it looked for .* Vulkan.*\)\. Install .*VK_DRIVER_FILES/,
      );
    },
  );
});

describe("--out keeps the weights as safetensors", () => {
  test("in the folder itself for one spec, and they give the printed metrics", async () => {
    const [line] = parseLines((await lab("train", mlpPath, "--out", "kept/one")).out);
    const weights = decodeSafetensors(
      mlp.spec.model.layers,
      readFileSync(join(folder, "kept/one/weights.safetensors")),
    );
    if (!weights.ok) throw new Error(weights.error.message);
    const own = evaluate({ spec: mlp.spec, weights: weights.value, digits });
    expect(Object.keys(line?.metrics ?? {})).toEqual(Object.keys(own));
    expect(worstRelative(Object.values(line?.metrics ?? {}), Object.values(own))).toBeLessThan(1e-12);
  });

  test("in a folder a spec for several", async () => {
    await lab("train", mlpPath, anomalyPath, "--out", "kept/two");
    for (const { spec } of [mlp, anomaly]) {
      const bytes = readFileSync(join(folder, "kept/two", specId(spec), "weights.safetensors"));
      expect(decodeSafetensors(spec.model.layers, bytes).ok).toBe(true);
    }
  });
});

describe("a bad spec ends with 2, nothing on stdout and one line that names the file and the field:", () => {
  const layers = mlp.spec.model.layers;
  const model = (changed: unknown[]) => ({ ...mlp.spec, model: { layers: changed, latentAfter: 0 } });
  test.each([
    ["no-epochs.json", { ...mlp.spec, epochs: 0 }, "no-epochs.json: epochs: "],
    [
      "infinite.json",
      JSON.stringify(mlp.spec).replace('"learningRate":0.001', '"learningRate":1e999'),
      "infinite.json: optimizer.learningRate: ",
    ],
    ["unknown-layer.json", model([layers[0], { kind: "attention" }]), "unknown-layer.json: model.layers[1]"],
    [
      "no-fit.json",
      model([layers[0], { kind: "linear", in: 21, out: 64 }]),
      "no-fit.json: model.layers[1]: linear needs 21 numbers, got 20",
    ],
    ["extra.json", { ...mlp.spec, learningRate: 1 }, "extra.json: learningRate: unknown field"],
    ["text.json", "not\njson", "text.json: not JSON"],
    ["list.json", [], "list.json: expected an object"],
  ])("%s", async (name, content, message) => {
    const { code, out, err } = await lab("train", mlpPath, writeSpec(name, content));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err).toContain(message);
  });

  test("a file that is not there", async () => {
    const { code, out, err } = await lab("train", mlpPath, "missing.json");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^lab: missing\.json: cannot be read[^\n]*\n$/);
  });

  test("a model that the engine asked for cannot train", async () => {
    const { code, out, err } = await lab("train", mlpPath, reluPath, "--engine", "moments");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^lab: mlp-relu\.json: [^\n]*model\.layers\[1\] relu[^\n]*\n$/);
  });
});

describe("a call that is wrong ends with 2, says why and how it is meant:", () => {
  test.each([
    ["no command", [], "no command given"],
    ["an unknown command", ["tarin", mlpPath], 'unknown command "tarin"'],
    ["no spec", ["train"], "train needs at least one SPEC.json"],
    ["an unknown option", ["train", mlpPath, "--fast"], "Unknown option '--fast'"],
    [
      "an unknown engine",
      ["train", mlpPath, "--engine", "abacus"],
      'unknown engine "abacus"; known are auto, moments, simd, tfjs',
    ],
    ["an unknown device", ["train", mlpPath, "--engine", "tfjs", "--device", "tpu"], 'unknown device "tpu"'],
    [
      "a device for an engine that has none",
      ["train", mlpPath, "--device", "webgpu"],
      "give --engine tfjs with it",
    ],
    ["an option without its value", ["train", mlpPath, "--out"], "--out"],
  ])("%s", async (_, args, message) => {
    const { code, out, err } = await lab(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.split("\n")[0]).toContain(message);
    expect(err).toContain("Usage: npm run -s lab -- train SPEC.json...");
  });
});

test("--help prints the usage and ends with 0", async () => {
  const { code, out, err } = await lab("--help");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("Usage: npm run -s lab -- train SPEC.json...");
  expect(out).toContain("DIR/SPEC_ID/weights.safetensors");
});

test("a run that diverges ends with 1 and says so in one line; the others are printed", async () => {
  const deep = [
    { kind: "linear", in: 64, out: 2 },
    ...Array.from({ length: 29 }, () => ({ kind: "linear", in: 2, out: 2 })),
    { kind: "linear", in: 2, out: 64 },
  ];
  const optimizer = { ...mlp.spec.optimizer, learningRate: 1e6 };
  const wild = writeSpec("wild.json", { ...mlp.spec, model: { layers: deep, latentAfter: 0 }, optimizer });
  const { code, out, err } = await lab("train", wild, mlpPath);
  expect(code).toBe(1);
  expect(err).toMatch(/^lab: wild\.json: Diverged at epoch 2: [^\n]*\n$/);
  expect(parseLines(out).map((line) => line.specId)).toEqual([specId(mlp.spec)]);
});

test("Ctrl-C ends it with 130 and no half line", async () => {
  const long = writeSpec("long.json", { ...relu.spec, epochs: 10_000 });
  const { child, ended } = start(["train", mlpPath, long]);
  child.stdout.once("data", () => child.kill("SIGINT"));
  const { code, out, err } = await ended;
  expect({ code, err }).toEqual({ code: 130, err: "" });
  expect(parseLines(out)).toHaveLength(1);
});
