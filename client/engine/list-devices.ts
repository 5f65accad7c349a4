import {
  type AdapterFacts,
  classifyWebgl,
  classifyWebgpu,
  type DeviceFinding,
  PROCESSOR,
  type WebglFacts,
} from "./devices.ts";

/** Asks this browser (in a page or a worker) for its GPUs: every backend, with its name or why it cannot be used. */
export async function listDevices(): Promise<readonly DeviceFinding[]> {
  const webgl = classifyWebgl(readWebgl());
  const webgpu = classifyWebgpu(await readAdapter());
  const isSameGpu = webgpu.status === "ready" && webgl.status === "ready";
  // WebGPU names an architecture at most, WebGL the very product.
  const named = isSameGpu ? { ...webgpu, name: webgl.name, why: `WebGPU on ${webgl.name}.` } : webgpu;
  return [named, webgl, PROCESSOR];
}

async function readAdapter(): Promise<AdapterFacts | null | "absent"> {
  if (!("gpu" in navigator) || navigator.gpu === undefined) return "absent";
  try {
    const adapter = await navigator.gpu.requestAdapter({ powerPreference: "high-performance" });
    return adapter?.info ?? null;
  } catch {
    return null;
  }
}

function readWebgl(): WebglFacts | null {
  if (typeof OffscreenCanvas === "undefined") return null;
  try {
    const gl = new OffscreenCanvas(1, 1).getContext("webgl2");
    if (gl === null) return null;
    const unmasked = gl.getExtension("WEBGL_debug_renderer_info")?.UNMASKED_RENDERER_WEBGL;
    const facts = {
      renderer: String(gl.getParameter(unmasked ?? gl.RENDERER)),
      hasFloat32: gl.getExtension("EXT_color_buffer_float") !== null,
    };
    gl.getExtension("WEBGL_lose_context")?.loseContext();
    return facts;
  } catch {
    return null;
  }
}
