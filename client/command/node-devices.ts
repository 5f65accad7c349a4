import { type DeviceFinding, PROCESSOR } from "../engine/devices.ts";

/** What Node can train on: the processor. */
export const NODE_DEVICES: readonly DeviceFinding[] = [
  { backend: "webgpu", status: "absent", name: "", why: "Node has no WebGPU." },
  { backend: "webgl", status: "absent", name: "", why: "Node has no WebGL." },
  PROCESSOR,
];
