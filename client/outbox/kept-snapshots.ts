import * as z from "zod/mini";
import type { Weights } from "../../shared/model/weights.ts";
import type { Layer } from "../../shared/spec/layers.ts";
import { countParameters, listParameters, volume } from "../../shared/spec/parameters.ts";
import type { Snapshot } from "../engine/replay.ts";

/** The snapshots of one spec as a row of IndexedDB, without its numbers. */
export const KeptReplay = z.object({
  /** The spec's id. */
  id: z.string(),
  /** When it was trained, in milliseconds since 1970. */
  keptAt: z.number(),
  bytes: z.number(),
});
export type KeptReplay = z.infer<typeof KeptReplay>;

/** Its numbers, under the same id: all parameters of a snapshot in PyTorch's order, one after the other. */
export const KeptSnapshots = z.object({
  id: z.string(),
  snapshots: z.array(
    z.object({
      epoch: z.int().check(z.minimum(0)),
      numbers: z.instanceof(Float32Array<ArrayBuffer>),
    }),
  ),
});
export type KeptSnapshots = z.infer<typeof KeptSnapshots>;

export function packSnapshots(
  layers: readonly Layer[],
  id: string,
  snapshots: readonly Snapshot[],
): KeptSnapshots {
  const packed = snapshots.map(({ epoch, weights }) => {
    const numbers = new Float32Array(countParameters(layers));
    let at = 0;
    for (const { name, shape } of listParameters(layers)) {
      const values = weights.get(name);
      if (values === undefined) throw new TypeError(`a snapshot has no weights ${name}`);
      numbers.set(values, at);
      at += volume(shape);
    }
    return { epoch, numbers };
  });
  return { id, snapshots: packed };
}

/** Null where they are not of these layers. */
export function unpackSnapshots(
  layers: readonly Layer[],
  { snapshots }: KeptSnapshots,
): readonly Snapshot[] | null {
  const count = countParameters(layers);
  if (snapshots.some(({ numbers }) => numbers.length !== count)) return null;
  return snapshots.map(({ epoch, numbers }) => {
    const weights = new Map<string, Float32Array>();
    let at = 0;
    for (const { name, shape } of listParameters(layers)) {
      weights.set(name, numbers.subarray(at, at + volume(shape)));
      at += volume(shape);
    }
    return { epoch, weights: weights satisfies Weights };
  });
}

export function countBytes({ snapshots }: KeptSnapshots): number {
  return snapshots.reduce((sum, { numbers }) => sum + numbers.byteLength, 0);
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
