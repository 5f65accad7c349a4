import { expect, test } from "vitest";
import { openKernels } from "../../../client/command/kernels-in-node.ts";
import { makeRecovery } from "../../../client/engine/recovery.ts";
import { InProgress, isCell, isSweep, readBegun, summarize } from "../../../client/outbox/in-progress.ts";
import type { SweepInProgress } from "../../../client/outbox/sweep-in-progress.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { expandSweep, type SweepSpec } from "../../../shared/spec/sweep.ts";
import { encodeCheckpoint } from "../../../shared/training/checkpoint-file.ts";
import { trainByMoments } from "../../../shared/training/moments.ts";
import { trainMoments } from "../../../shared/training/second-moments.ts";
import { digits } from "../../shared/digits.ts";
import { readReference } from "../../shared/reference.ts";

const sweep: SweepSpec = { spec: readReference("mlp-5").spec, widths: [5, 20, 40], seeds: [0] };
const expanded = expandSweep(sweep);
const specs = expanded.ok ? expanded.value : [];

/** The bytes of a run's checkpoint after its third epoch. */
function checkpointOf(spec: ExperimentSpec | undefined): Uint8Array<ArrayBuffer> {
  if (spec === undefined) throw new Error("no such run");
  const trainLoss: number[] = [];
  for (const step of trainByMoments(spec, trainMoments(spec.dataset, digits), openKernels())) {
    trainLoss.push(step.trainLoss);
    if (trainLoss.length < 3) continue;
    const run = { spec, engine: "moments", device: "processor", history: { trainLoss } } as const;
    return new Uint8Array(encodeCheckpoint({ ...run, state: step.state() }));
  }
  throw new Error("no third epoch");
}

const row: SweepInProgress = {
  id: "6f0c1e1e-5b1a-4c2d-9d6c-1f2a3b4c5d6e",
  keptAt: 0,
  title: "MLP autoencoders",
  sweep,
  preference: "auto",
  over: [0],
  checkpoints: [{ run: 1, bytes: checkpointOf(specs[1]) }],
};

test("a sweep goes on with the runs that are not over, from where each was", () => {
  expect(InProgress.parse(row)).toEqual(row);
  expect(summarize(row)).toEqual({ done: 1, runs: 3, epoch: 3 });
  const leg = makeRecovery(specs, readBegun(row)).nextLeg();
  expect(leg?.runs.map(({ run, from }) => [run, from?.checkpoint.state.epoch, from?.after])).toEqual([
    [1, 3, "stop"],
    [2, undefined, undefined],
  ]);
});

test("a run cell's row is told from a sweep's, and goes on in the same way", () => {
  const { sweep: _sweep, title: _title, ...started } = row;
  const cell: InProgress = {
    ...started,
    course: "demo",
    member: "quiet-otter-42",
    cell: "1f-run",
    attempt: { id: row.id, name: "Attempt 1", settings: {} },
    runs: specs.map((spec, i) => ({ width: sweep.widths[i] ?? null, spec })),
    done: [],
  };
  const read = InProgress.parse(cell);
  expect(read).toEqual(cell);
  expect([isCell(read), isSweep(read), isCell(row), isSweep(row)]).toEqual([true, false, false, true]);
  expect(summarize(read)).toEqual({ done: 1, runs: 3, epoch: 3 });
});

test("a checkpoint that cannot be read any more is left out, and its run starts anew", () => {
  const [kept] = row.checkpoints;
  const broken = { ...row, checkpoints: [{ run: 1, bytes: kept?.bytes.slice(0, 999) ?? new Uint8Array() }] };
  expect(readBegun(broken).checkpoints.size).toBe(0);
  const stranger = { ...row, checkpoints: [{ run: 2, bytes: kept?.bytes ?? new Uint8Array() }] };
  expect(readBegun(stranger).checkpoints.size).toBe(0);
  expect(summarize(stranger)).toEqual({ done: 1, runs: 3, epoch: 0 });
});
