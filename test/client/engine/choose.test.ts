import { describe, expect, test } from "vitest";
import { choose, needsDevices, type Preference } from "../../../client/engine/choose.ts";
import {
  classifyWebgl,
  classifyWebgpu,
  type DeviceFinding,
  PROCESSOR,
} from "../../../client/engine/devices.ts";
import { readReference } from "../../shared/reference.ts";

const linear = readReference("mlp-20").spec;
const relu = readReference("mlp-relu").spec;
/** Work for which a GPU is worth waking. */
const long = { ...relu, epochs: 10_000 };

const gpu = {
  vendor: "apple",
  architecture: "metal-3",
  device: "",
  description: "",
  isFallbackAdapter: false,
};
const swiftshader = { ...gpu, vendor: "google", architecture: "swiftshader", isFallbackAdapter: true };
const webgpu = classifyWebgpu(gpu);
const softWebgpu = classifyWebgpu(swiftshader);
const noWebgpu = classifyWebgpu("absent");
const webgl = classifyWebgl({ renderer: "Apple M3", hasFloat32: true });
const softWebgl = classifyWebgl({ renderer: "Google SwiftShader", hasFloat32: true });

function plan(spec: typeof linear, preference: Preference, devices: readonly DeviceFinding[]) {
  const chosen = choose({ spec, preference, devices });
  return chosen.ok ? chosen.value : chosen.error;
}

describe("left to choose, the lab takes", () => {
  test("exact moments for a linear model on full batches, and no device need be looked for", () => {
    expect(needsDevices(linear, "auto")).toBe(false);
    expect(plan(linear, "auto", [])).toMatchObject({
      engine: "moments",
      choice: { device: "processor", why: expect.stringContaining("exact second moments are enough") },
    });
  });

  test("the kernels for any other model, whatever GPU there is, and no device need be looked for", () => {
    expect(needsDevices(relu, "auto")).toBe(false);
    expect(plan(relu, "auto", [webgpu, webgl, PROCESSOR])).toMatchObject({
      engine: "simd",
      choice: { engine: "simd", device: "processor" },
    });
  });

  test("a real GPU where the work is large, the kernels where there is none", () => {
    expect(needsDevices(long, "auto")).toBe(true);
    expect(plan(long, "auto", [webgpu, webgl, PROCESSOR])).toMatchObject({
      engine: "tfjs",
      backend: "webgpu",
    });
    expect(plan(long, "auto", [softWebgpu, softWebgl, PROCESSOR])).toMatchObject({ engine: "simd" });
  });
});

describe("asked for TensorFlow.js, the lab takes", () => {
  test.each([
    ["WebGPU on a real adapter", [webgpu, webgl, PROCESSOR], "webgpu", "webgpu"],
    ["WebGL on a real renderer where there is no WebGPU", [noWebgpu, webgl, PROCESSOR], "webgl", "webgl"],
    ["WebGL rather than WebGPU in software", [softWebgpu, webgl, PROCESSOR], "webgl", "webgl"],
    [
      "plain JavaScript rather than any GPU in software",
      [softWebgpu, softWebgl, PROCESSOR],
      "cpu",
      "processor",
    ],
  ])("%s", (_, devices, backend, device) => {
    for (const spec of [relu, linear]) {
      expect(needsDevices(spec, "tfjs")).toBe(true);
      expect(plan(spec, "tfjs", devices)).toMatchObject({
        engine: "tfjs",
        backend,
        choice: { engine: "tfjs", device },
      });
    }
  });
});

describe("why, in words:", () => {
  test("the layer that keeps moments from training it", () => {
    expect(plan(relu, "auto", [])).toMatchObject({
      choice: { why: expect.stringMatching(/model\.layers\[1\] relu.*same result on every machine/) },
    });
  });

  test("the GPU's name", () => {
    expect(plan(long, "auto", [webgpu, webgl, PROCESSOR])).toMatchObject({
      choice: { why: expect.stringContaining("GPU through WebGPU (apple metal-3)") },
    });
  });

  test("that the only GPU is software", () => {
    expect(plan(relu, "tfjs", [softWebgpu, softWebgl, PROCESSOR])).toMatchObject({
      choice: { why: expect.stringContaining("the only GPU here is software (swiftshader)") },
    });
  });

  test("that a GPU which was asked for by name is software", () => {
    expect(plan(linear, "tfjs-webgpu", [softWebgpu, softWebgl, PROCESSOR])).toMatchObject({
      backend: "webgpu",
      choice: { device: "webgpu", why: expect.stringContaining("runs in software here") },
    });
  });
});

describe("refused with what to do instead:", () => {
  test("moments for a model that has none", () => {
    expect(plan(relu, "moments", [])).toEqual({
      reason: "unsupported",
      message: expect.stringMatching(
        /^The moments engine cannot train this model: model\.layers\[1\] relu.*Choose automatic or SIMD/,
      ),
    });
  });

  test("moments for small batches", () => {
    expect(plan(readReference("mlp-20-batch-64").spec, "moments", [])).toMatchObject({
      message: expect.stringContaining("batchSize 64"),
    });
  });

  test("a backend that is not there", () => {
    expect(plan(linear, "tfjs-webgpu", [noWebgpu, webgl, PROCESSOR])).toEqual({
      reason: "device",
      message: "WebGPU cannot train here: This browser has no WebGPU. Choose automatic.",
    });
  });
});

describe("where a device turned out unfit, the lab says why and takes", () => {
  const wrong = "it computes wrongly";
  test.each([
    ["the other GPU backend", ["webgpu"], [webgpu, webgl, PROCESSOR], { backend: "webgl" }],
    [
      "our kernels rather than a GPU in software",
      ["webgpu"],
      [webgpu, softWebgl, PROCESSOR],
      { engine: "simd" },
    ],
    [
      "our kernels where both backends are unfit",
      ["webgpu", "webgl"],
      [webgpu, webgl, PROCESSOR],
      { engine: "simd" },
    ],
    ["plain JavaScript last", ["webgpu", "webgl", "kernels"], [webgpu, webgl, PROCESSOR], { backend: "cpu" }],
  ] as const)("%s", (_, unfit, devices, chosen) => {
    const reasons = new Map(unfit.map((place) => [place, wrong]));
    const next = choose({ spec: relu, preference: "tfjs-webgpu", devices, unfit: reasons });
    expect(next.ok && next.value).toMatchObject({
      ...chosen,
      choice: { why: expect.stringContaining("WebGPU (apple metal-3) is not used: it computes wrongly.") },
    });
  });

  test("a GPU where WebAssembly is unfit, also for a linear model", () => {
    const unfit = new Map([["kernels", wrong]] as const);
    const next = choose({ spec: linear, preference: "auto", devices: [webgpu, webgl, PROCESSOR], unfit });
    expect(next.ok && next.value).toMatchObject({
      backend: "webgpu",
      choice: { why: expect.stringContaining("WebAssembly is not used: it computes wrongly.") },
    });
  });

  test("nothing, and says all the reasons", () => {
    const unfit = new Map([
      ["kernels", wrong],
      ["cpu", "it is away"],
    ] as const);
    const next = choose({ spec: linear, preference: "auto", devices: [noWebgpu, PROCESSOR], unfit });
    expect(next.ok ? null : next.error).toEqual({
      reason: "device",
      message:
        "Nothing is left to train on. WebAssembly is not used: it computes wrongly. Plain JavaScript is not used: it is away. Try another browser.",
    });
  });
});
