import { type DeviceFinding, PROCESSOR } from "../engine/devices.ts";
import { openWebgpu } from "./webgpu-in-node.ts";

/** What TensorFlow.js may be asked to train on in Node. */
export const NODE_DEVICE_NAMES = ["cpu", "webgpu"] as const;
export type NodeDevice = (typeof NODE_DEVICE_NAMES)[number];

/** What Node can train on; a GPU is looked for only where one is asked for. */
export async function listNodeDevices(asked: NodeDevice): Promise<readonly DeviceFinding[]> {
  return asked === "webgpu" ? [await openWebgpu(), PROCESSOR] : [PROCESSOR];
}
