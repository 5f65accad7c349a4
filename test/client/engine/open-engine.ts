import { openKernels } from "../../../client/command/kernels-in-node.ts";
import { openWebgpu } from "../../../client/command/webgpu-in-node.ts";
import type {
  Engine,
  RunEvent,
  RunOrder,
  TrainingEvent,
  TrainingOptions,
} from "../../../client/engine/events.ts";
import { makeMomentsEngine } from "../../../client/engine/moments.ts";
import { makeSimdEngine } from "../../../client/engine/simd.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { momentsObstacle } from "../../../shared/training/moments.ts";
import { digits } from "../../shared/digits.ts";
import { findVulkanDriver } from "../../vulkan-driver.ts";
import "./tfjs/node.ts";

/** Every engine on every device that Node has; `tfjs webgpu` goes through Dawn. */
export const ENGINES = ["simd", "moments", "tfjs cpu", "tfjs webgpu"] as const;
export type TestedEngine = (typeof ENGINES)[number];

const why = "for the test";

/** `adapter` names the GPU, where there is one. */
export async function openEngine(
  name: TestedEngine,
  { now }: { now?: () => number } = {},
): Promise<{ readonly engine: Engine; readonly adapter: string | null }> {
  const processor = { digits, openKernels: async () => openKernels() };
  if (name === "simd" || name === "moments") {
    const options = { ...processor, choice: { engine: name, device: "processor", why } } as const;
    const engine = name === "simd" ? makeSimdEngine(options) : makeMomentsEngine(options);
    return { engine, adapter: null };
  }
  const onGpu = name === "tfjs webgpu";
  const adapter = onGpu ? await demandWebgpu() : null;
  const { makeTfjsEngine } = await import("../../../client/engine/tfjs/engine.ts");
  const choice = { engine: "tfjs", device: onGpu ? "webgpu" : "processor", why } as const;
  return { engine: makeTfjsEngine({ choice, backend: onGpu ? "webgpu" : "cpu", digits, now }), adapter };
}

let webgpu: Promise<string> | null = null;

/** Makes `navigator.gpu`, once for a process, and names the adapter. */
function demandWebgpu(): Promise<string> {
  webgpu ??= findWebgpu();
  return webgpu;
}

async function findWebgpu(): Promise<string> {
  const driver = findVulkanDriver();
  if (driver !== undefined) process.env.VK_DRIVER_FILES = driver;
  const finding = await openWebgpu();
  if (finding.status === "absent") throw new Error(finding.why);
  return finding.name;
}

export function canTrain(name: TestedEngine, spec: ExperimentSpec): boolean {
  return name !== "moments" || momentsObstacle(spec) === null;
}

const never = new AbortController().signal;

export async function trainAlone(
  engine: Engine,
  spec: ExperimentSpec,
  options: Partial<TrainingOptions> = {},
): Promise<readonly TrainingEvent[]> {
  const events: TrainingEvent[] = [];
  for await (const event of engine.train(spec, { signal: never, snapshots: false, ...options }))
    events.push(event);
  return events;
}

export async function trainTogether(
  engine: Engine,
  runs: readonly RunOrder[],
  options: Partial<TrainingOptions> = {},
): Promise<readonly RunEvent[]> {
  if (engine.trainTogether === undefined) throw new Error("this engine trains one run at a time");
  const events: RunEvent[] = [];
  for await (const told of engine.trainTogether(runs, { signal: never, snapshots: false, ...options }))
    events.push(told);
  return events;
}
