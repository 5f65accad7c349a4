import * as z from "zod/mini";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { expandSweep } from "../../shared/spec/sweep.ts";
import type { Checkpoint } from "../../shared/training/checkpoint.ts";
import { decodeCheckpoint } from "../../shared/training/checkpoint-file.ts";
import type { Begun } from "../engine/recovery.ts";
import { CellInProgress } from "./cell-in-progress.ts";
import { SweepInProgress } from "./sweep-in-progress.ts";

/** Whatever trains in some tab, or did when it was closed. */
export const InProgress = z.union([CellInProgress, SweepInProgress]);
export type InProgress = z.infer<typeof InProgress>;

export function isSweep(row: InProgress): row is SweepInProgress {
  return "sweep" in row;
}

export function isCell(row: InProgress): row is CellInProgress {
  return "cell" in row;
}

/** A checkpoint that can no longer be read is left out: its run starts anew. */
export function readBegun(row: InProgress): Begun {
  const specs = specsOf(row);
  const decoded = row.checkpoints.flatMap(({ run, bytes }): (readonly [number, Checkpoint])[] => {
    const spec = specs[run];
    const checkpoint = spec === undefined ? null : decodeCheckpoint(spec, bytes);
    return checkpoint?.ok ? [[run, checkpoint.value]] : [];
  });
  return { over: new Set(row.over), checkpoints: new Map(decoded) };
}

/** How far it had come: runs done of how many, and the epochs of the run that it was at. */
export function summarize(row: InProgress): { done: number; runs: number; epoch: number } {
  const epochs = Array.from(readBegun(row).checkpoints.values(), ({ state }) => state.epoch);
  return { done: row.over.length, runs: specsOf(row).length, epoch: Math.max(0, ...epochs) };
}

function specsOf(row: InProgress): readonly ExperimentSpec[] {
  if (isCell(row)) return row.runs.map(({ spec }) => spec);
  const expanded = expandSweep(row.sweep);
  return expanded.ok ? expanded.value : [];
}
