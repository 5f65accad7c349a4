import { describe, expect, test } from "vitest";
import { classifyWebgl, classifyWebgpu, parseRenderer } from "../../../client/engine/devices.ts";

const nothing = { vendor: "", architecture: "", device: "", description: "", isFallbackAdapter: false };

describe("a WebGPU adapter is", () => {
  test.each([
    ["Chrome on an M3", { ...nothing, vendor: "apple", architecture: "metal-3" }, "apple metal-3"],
    ["Chrome on NVIDIA", { ...nothing, vendor: "nvidia", architecture: "ampere" }, "nvidia ampere"],
    ["Edge on Intel", { ...nothing, vendor: "intel", architecture: "gen-12lp" }, "intel gen-12lp"],
    [
      "Dawn with its description",
      {
        ...nothing,
        vendor: "nvidia",
        architecture: "hopper",
        device: "0x2330",
        description: "NVIDIA H100 80GB HBM3",
      },
      "NVIDIA H100 80GB HBM3",
    ],
    ["a browser that tells nothing", nothing, "GPU"],
  ])("ready: %s", (_, facts, name) => {
    expect(classifyWebgpu(facts)).toMatchObject({
      backend: "webgpu",
      status: "ready",
      name,
      why: `WebGPU on ${name}.`,
    });
  });

  test.each([
    ["SwiftShader", { ...nothing, vendor: "google", architecture: "swiftshader", isFallbackAdapter: true }],
    ["llvmpipe", { ...nothing, vendor: "mesa", description: "llvmpipe (LLVM 15.0.7, 256 bits)" }],
    ["Basic Render", { ...nothing, vendor: "microsoft", description: "Microsoft Basic Render Driver" }],
    ["a fallback adapter", { ...nothing, vendor: "someone", isFallbackAdapter: true }],
  ])("software: %s", (name, facts) => {
    const finding = classifyWebgpu(facts);
    expect(finding.status).toBe("software");
    expect(finding.why.toLowerCase()).toContain(`runs in software here (${name.toLowerCase()})`);
  });

  test("absent where there is no WebGPU, or no adapter for it", () => {
    expect(classifyWebgpu("absent")).toMatchObject({ status: "absent", why: "This browser has no WebGPU." });
    expect(classifyWebgpu(null)).toMatchObject({
      status: "absent",
      why: expect.stringContaining("found no GPU"),
    });
  });
});

describe("a WebGL renderer is", () => {
  test.each([
    ["ANGLE (Apple, ANGLE Metal Renderer: Apple M3, Unspecified Version)", "Apple M3"],
    [
      "ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 (0x00002504) Direct3D11 vs_5_0 ps_5_0, D3D11)",
      "NVIDIA GeForce RTX 3060",
    ],
    [
      "ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)",
      "Intel UHD Graphics 620 (KBL GT2)",
    ],
    [
      "ANGLE (AMD, AMD Radeon RX 6700 XT (0x000073DF) Direct3D11 vs_5_0 ps_5_0, D3D11)",
      "AMD Radeon RX 6700 XT",
    ],
    ["ANGLE (Qualcomm, Adreno (TM) 640, OpenGL ES 3.2)", "Adreno 640"],
    ["NVIDIA GeForce GTX 980/PCIe/SSE2", "NVIDIA GeForce GTX 980"],
    ["NVIDIA GeForce GTX 980, or similar", "NVIDIA GeForce GTX 980"],
    ["Mali-G78", "Mali-G78"],
    ["Apple GPU", "Apple GPU"],
  ])("ready: %s", (renderer, name) => {
    expect(parseRenderer(renderer)).toBe(name);
    expect(classifyWebgl({ renderer, hasFloat32: true })).toMatchObject({ status: "ready", name });
  });

  test.each([
    "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)",
    "Google SwiftShader",
    "ANGLE (Mesa, llvmpipe (LLVM 15.0.6 256 bits), OpenGL 4.5)",
    "llvmpipe (LLVM 15.0.7, 256 bits)",
    "ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11 vs_5_0 ps_5_0, D3D11)",
    "Apple Software Renderer",
  ])("software: %s", (renderer) => {
    expect(classifyWebgl({ renderer, hasFloat32: true }).status).toBe("software");
  });

  test("absent where it cannot compute in 32 bits, or is not there", () => {
    expect(classifyWebgl({ renderer: "Mali-400", hasFloat32: false })).toMatchObject({
      status: "absent",
      why: expect.stringContaining("16 bits"),
    });
    expect(classifyWebgl(null)).toMatchObject({ status: "absent" });
  });
});
