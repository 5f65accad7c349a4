import { availableParallelism } from "node:os";
import type { Digits } from "../../shared/dataset/digits.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { CHECKPOINT_MS } from "../engine/checkpoint-pace.ts";
import type { Preference } from "../engine/choose.ts";
import type { DeviceFinding } from "../engine/devices.ts";
import { MAX_THREADS, type TrainingTeam } from "../engine/team/team.ts";
import { type SweepEvent, type SweepRun, trainSweep } from "../engine/train-sweep.ts";
import { makeTrainer } from "../engine/trainer.ts";
import { workLeft } from "../engine/work.ts";
import { openKernels } from "./kernels-in-node.ts";
import { openThreadsInNode } from "./open-training-thread.ts";
import { openTeam } from "./team-in-node.ts";
import { letNodeReadTfjs } from "./tfjs-in-node.ts";

/** Some half a second on one core: what is less is done before threads have begun. */
const THREADED_MACS = 10_000_000_000;

export type SpecsToTrain = {
  readonly specs: readonly ExperimentSpec[];
  readonly preference: Preference;
  readonly devices: readonly DeviceFinding[];
  /** Where the first spec goes on. */
  readonly from: SweepRun["from"];
  /** Whether checkpoints are told, every half second, at a stop and at the end; of one spec only. */
  readonly checkpoints: boolean;
  readonly signal: AbortSignal;
  readonly digits: Digits;
};

/** Trains specs as one sweep: one after the other in this thread, or, where the processor has much to do, in several. */
export async function* trainSpecs(order: SpecsToTrain): AsyncGenerator<SweepEvent, void> {
  const { specs, preference, devices, from, checkpoints, signal, digits } = order;
  if (isWorthThreads(order)) {
    const openThread = openThreadsInNode({ device: "cpu" });
    const trainer = makeTrainer({
      openThread,
      workers: availableParallelism(),
      listDevices: async () => devices,
    });
    try {
      yield* trainer.train({ specs, preference, snapshots: false, signal, digits });
    } finally {
      trainer.dispose();
    }
    return;
  }
  yield* trainSweep({
    runs: specs.map((spec, run) => ({ run, spec, from: run === 0 ? from : null })),
    preference,
    snapshots: false,
    checkpoints: checkpoints ? { everyMs: CHECKPOINT_MS, ofEnd: true } : null,
    checks: new Map(),
    signal,
    digits,
    listDevices: async () => {
      letNodeReadTfjs();
      return devices;
    },
    openKernels: async () => openKernels(),
    ...(isLong(order) ? { openTeam: openTeamOfAll } : {}),
  });
}

/** Not what TensorFlow.js trains: a GPU is one, and plain JavaScript is there to compare with. */
function isWorthThreads(order: SpecsToTrain): boolean {
  return order.specs.length > 1 && !order.preference.startsWith("tfjs") && isLong(order);
}

function isLong({ specs }: SpecsToTrain): boolean {
  return specs.reduce((sum, spec) => sum + workLeft({ spec }), 0) > THREADED_MACS;
}

async function openTeamOfAll(): Promise<TrainingTeam | null> {
  const threads = Math.min(availableParallelism(), MAX_THREADS);
  return threads > 1 ? openTeam(threads) : null;
}
