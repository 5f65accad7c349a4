import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDigits } from "../../shared/dataset/digits.ts";
import { encodeSafetensors } from "../../shared/model/safetensors.ts";
import type { Weights } from "../../shared/model/weights.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { specId } from "../../shared/spec/identity.ts";
import { choose, type Preference } from "../engine/choose.ts";
import type { DeviceFinding } from "../engine/devices.ts";
import type { Choice } from "../engine/events.ts";
import type { Sweep, SweepRun } from "../engine/train-sweep.ts";
import type { Command } from "./arguments.ts";
import { openCheckpointFile, readCheckpoint } from "./checkpoint.ts";
import { makeLines } from "./lines.ts";
import { listNodeDevices } from "./node-devices.ts";
import { oneLine, readSpecs, reason } from "./read-specs.ts";
import { trainSpecs } from "./train-specs.ts";

export type Streams = {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
};

type TrainCommand = Extract<Command, { name: "train" }>;

const INTERRUPTED = 130;

/** Trains the specs of a command as one sweep and resolves with the exit status. Nothing is printed before all are valid. */
export async function runTrain(
  command: TrainCommand,
  { print, complain }: Streams,
  signal: AbortSignal,
): Promise<number> {
  const prepared = await prepare(command);
  if (!prepared.ok) {
    complain(oneLine(prepared.error));
    return 2;
  }
  const { specs, preference, devices, folders, from, keep } = prepared.value;
  const digits = parseDigits(readFileSync(new URL("../../shared/dataset/digits.bin", import.meta.url)));
  let [status, keeps] = [0, keep];
  const choices = new Map<number, Choice>();
  const lines = makeLines(specs.length, print);
  for await (const { run, event } of trainSpecs({
    specs,
    preference,
    devices,
    from,
    checkpoints: keep !== null,
    signal,
    digits,
  })) {
    const spec = specs[run];
    if (spec === undefined) continue;
    if (event.type === "started" || event.type === "resumed") choices.set(run, event);
    if (event.type === "checkpoint" && keeps !== null) {
      const kept = keeps(event.checkpoint);
      if (!kept.ok) {
        complain(oneLine(kept.error));
        status = 1;
        keeps = null;
      }
    }
    if (event.type === "failed") {
      complain(oneLine(`${command.specPaths[run]}: ${event.message}`));
      status = 1;
      lines.take(run, null);
    }
    if (event.type === "finished") {
      const { history, metrics, durationMs, weights } = event;
      const folder = folders[run] ?? null;
      if (folder !== null) writeWeights(folder, spec, weights);
      const { engine, device } = choices.get(run) ?? { engine: undefined, device: undefined };
      const line = { specId: specId(spec), engine, device, ...history, metrics, durationMs };
      lines.take(run, JSON.stringify(line));
    }
  }
  lines.end();
  return signal.aborted ? INTERRUPTED : status;
}

type Prepared = Pick<Sweep, "preference"> & {
  readonly specs: readonly ExperimentSpec[];
  /** Where the one spec goes on. */
  readonly from: NonNullable<SweepRun["from"]> | null;
  readonly devices: readonly DeviceFinding[];
  readonly folders: readonly (string | null)[];
  readonly keep: Extract<ReturnType<typeof openCheckpointFile>, { ok: true }>["value"] | null;
};

/** All that a command needs, checked before anything is trained; a failure is one sentence. */
async function prepare(command: TrainCommand): Promise<Result<Prepared, string>> {
  const { specPaths, out, checkpoint, resume } = command;
  const read = readSpecs(specPaths);
  if (!read.ok) return read;
  const specs = read.value;
  const [spec] = specs;
  if (spec === undefined) return failure("no spec was given");
  const start = resume === null ? success(null) : readCheckpoint(resume, spec);
  if (!start.ok) return start;
  const from = start.value;
  const preference =
    command.preference === "auto" && from !== null ? enginePreference(from.engine) : command.preference;
  const devices = await listNodeDevices(command.device);
  const missing = devices.find(({ status }) => status === "absent");
  if (missing !== undefined) return failure(`--device ${missing.backend}: ${missing.why}`);
  for (const [i, one] of specs.entries()) {
    const plan = choose({ spec: one, preference, devices });
    if (!plan.ok) return failure(`${specPaths[i]}: ${plan.error.message}`);
  }
  const folders = specs.map((one) => folderOf(one, { out, alone: specs.length === 1 }));
  try {
    for (const folder of folders) if (folder !== null) mkdirSync(folder, { recursive: true });
  } catch (error) {
    return failure(`--out ${out}: cannot be written (${reason(error)})`);
  }
  const keep = checkpoint === null ? success(null) : openCheckpointFile(checkpoint, spec);
  if (!keep.ok) return keep;
  return success({
    specs,
    preference,
    devices,
    folders,
    keep: keep.value,
    from: from === null ? null : { checkpoint: from, after: "stop" },
  });
}

/** A run goes on where it was trained so far, unless another engine is asked for. */
function enginePreference(engine: Choice["engine"]): Preference {
  return engine === "moments" || engine === "simd" ? engine : "tfjs";
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
