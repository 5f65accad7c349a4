import * as z from "zod/mini";
import { expandSweep, SweepSpec } from "../../shared/spec/sweep.ts";
import type { Checkpoint } from "../../shared/training/checkpoint.ts";
import { decodeCheckpoint } from "../../shared/training/checkpoint-file.ts";
import { PREFERENCES } from "../engine/choose.ts";
import type { Begun } from "../engine/recovery.ts";

const place = z.int().check(z.minimum(0));

/** A sweep that trains, as a row of IndexedDB: what a tab that was closed leaves behind. */
export const SweepInProgress = z.object({
  id: z.uuid(),
  /** When it was written last, in milliseconds since 1970. */
  keptAt: z.number(),
  title: z.string(),
  sweep: SweepSpec,
  preference: z.enum(PREFERENCES),
  /** The runs that are over, by their place in the sweep. */
  over: z.array(place),
  /** The last checkpoint of each run that had begun, as bytes of a checkpoint file. */
  checkpoints: z.array(z.object({ run: place, bytes: z.instanceof(Uint8Array<ArrayBuffer>) })),
});
export type SweepInProgress = z.infer<typeof SweepInProgress>;

/** A checkpoint that can no longer be read is left out: its run starts anew. */
export function readBegun({ sweep, over, checkpoints }: SweepInProgress): Begun {
  const expanded = expandSweep(sweep);
  const specs = expanded.ok ? expanded.value : [];
  const decoded = checkpoints.flatMap(({ run, bytes }): (readonly [number, Checkpoint])[] => {
    const spec = specs[run];
    const checkpoint = spec === undefined ? null : decodeCheckpoint(spec, bytes);
    return checkpoint?.ok ? [[run, checkpoint.value]] : [];
  });
  return { over: new Set(over), checkpoints: new Map(decoded) };
}

/** How far it had come: runs done of how many, and the epochs of the run that it was at. */
export function summarize(row: SweepInProgress): { done: number; runs: number; epoch: number } {
  const expanded = expandSweep(row.sweep);
  const epochs = Array.from(readBegun(row).checkpoints.values(), ({ state }) => state.epoch);
  return {
    done: row.over.length,
    runs: expanded.ok ? expanded.value.length : 0,
    epoch: Math.max(0, ...epochs),
  };
}
