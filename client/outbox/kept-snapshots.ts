import * as z from "zod/mini";
import type { Layer } from "../../shared/spec/layers.ts";
import { countParameters, listParameters, volume } from "../../shared/spec/parameters.ts";
import type { Snapshot } from "../engine/replay.ts";

/** The snapshots of one spec as a row of IndexedDB, without their numbers. */
export const KeptReplay = z.object({
  /** The spec's id. */
  id: z.string(),
  /** When it was trained, in milliseconds since 1970. */
  keptAt: z.number(),
  bytes: z.number(),
});
export type KeptReplay = z.infer<typeof KeptReplay>;

/** One of them, a row each, so that none takes long to write: all parameters in PyTorch's order, one after the other. */
export const KeptSnapshot = z.object({
  id: z.string(),
  epoch: z.int().check(z.minimum(0)),
  numbers: z.instanceof(Float32Array<ArrayBuffer>),
});
export type KeptSnapshot = z.infer<typeof KeptSnapshot>;

export function packSnapshot(
  layers: readonly Layer[],
  id: string,
  { epoch, weights }: Snapshot,
): KeptSnapshot {
  const numbers = new Float32Array(countParameters(layers));
  let at = 0;
  for (const { name, shape } of listParameters(layers)) {
    const values = weights.get(name);
    if (values === undefined) throw new TypeError(`a snapshot has no weights ${name}`);
    numbers.set(values, at);
    at += volume(shape);
  }
  return { id, epoch, numbers };
}

/** Null where it is not of these layers. */
export function unpackSnapshot(layers: readonly Layer[], { epoch, numbers }: KeptSnapshot): Snapshot | null {
  if (numbers.length !== countParameters(layers)) return null;
  const weights = new Map<string, Float32Array>();
  let at = 0;
  for (const { name, shape } of listParameters(layers)) {
    weights.set(name, numbers.subarray(at, at + volume(shape)));
    at += volume(shape);
  }
  return { epoch, weights };
}

/** Those that must go so that the rest fits into `limit` bytes: the oldest first, and never the newest. */
export function beyondLimit(kept: readonly KeptReplay[], limit: number): readonly string[] {
  let sum = 0;
  return kept
    .toSorted((a, b) => b.keptAt - a.keptAt)
    .filter(({ bytes }, i) => {
      sum += bytes;
      return i > 0 && sum > limit;
    })
    .map(({ id }) => id);
}
