import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDigits } from "../../shared/dataset/digits.ts";
import { encodeSafetensors } from "../../shared/model/safetensors.ts";
import type { Weights } from "../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { specId } from "../../shared/spec/identity.ts";
import { choose } from "../engine/choose.ts";
import type { Choice } from "../engine/events.ts";
import { trainSweep } from "../engine/train-sweep.ts";
import type { Command } from "./arguments.ts";
import { openKernels } from "./kernels-in-node.ts";
import { NODE_DEVICES } from "./node-devices.ts";
import { oneLine, readSpecs, reason } from "./read-specs.ts";
import { letNodeReadTfjs } from "./tfjs-in-node.ts";

export type Streams = {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
};

const INTERRUPTED = 130;

/** Trains the specs of a command as one sweep and resolves with the exit status. Nothing is printed before all are valid. */
export async function runTrain(
  { specPaths, engine, out }: Extract<Command, { name: "train" }>,
  { print, complain }: Streams,
  signal: AbortSignal,
): Promise<number> {
  const refuse = (line: string): number => {
    complain(oneLine(line));
    return 2;
  };
  const read = readSpecs(specPaths);
  if (!read.ok) return refuse(read.error);
  const specs = read.value;
  for (const [i, spec] of specs.entries()) {
    const plan = choose({ spec, preference: engine, devices: NODE_DEVICES });
    if (!plan.ok) return refuse(`${specPaths[i]}: ${plan.error.message}`);
  }
  const folders = specs.map((spec) => folderOf(spec, { out, alone: specs.length === 1 }));
  try {
    for (const folder of folders) if (folder !== null) mkdirSync(folder, { recursive: true });
  } catch (error) {
    return refuse(`--out ${out}: cannot be written (${reason(error)})`);
  }

  const digits = parseDigits(readFileSync(new URL("../../shared/dataset/digits.bin", import.meta.url)));
  let status = 0;
  let choice: Choice | null = null;
  for await (const { run, event } of trainSweep({
    specs,
    preference: engine,
    snapshots: false,
    signal,
    digits,
    listDevices: async () => {
      letNodeReadTfjs();
      return NODE_DEVICES;
    },
    openKernels: async () => openKernels(),
  })) {
    const spec = specs[run];
    if (spec === undefined) continue;
    if (event.type === "started") choice = event;
    if (event.type === "failed") {
      complain(oneLine(`${specPaths[run]}: ${event.message}`));
      status = 1;
    }
    if (event.type === "finished") {
      const { history, metrics, durationMs, weights } = event;
      const folder = folders[run] ?? null;
      if (folder !== null) writeWeights(folder, spec, weights);
      const { trainLoss } = history;
      const { engine, device } = choice ?? { engine: undefined, device: undefined };
      print(JSON.stringify({ specId: specId(spec), engine, device, trainLoss, metrics, durationMs }));
    }
  }
  return signal.aborted ? INTERRUPTED : status;
}

function folderOf(
  spec: ExperimentSpec,
  { out, alone }: { out: string | null; alone: boolean },
): string | null {
  if (out === null) return null;
  return alone ? out : join(out, specId(spec));
}

function writeWeights(folder: string, spec: ExperimentSpec, weights: Weights): void {
  writeFileSync(join(folder, "weights.safetensors"), encodeSafetensors(spec.model.layers, weights));
}
