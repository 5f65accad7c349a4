import type { Device, EngineName, Verification } from "../api/runs.ts";

/** What two students' runs of the same weights are judged by. */
export type WeighedRun = {
  readonly member: string;
  readonly specId: string;
  readonly seed: number;
  readonly engine: EngineName;
  readonly device: Device;
  readonly status: Verification["status"];
  /** Whether the Worker could have trained it again: a `scored` one is then known to be something else. */
  readonly isReproducible: boolean;
};

/** What the homework gives everyone: its specs as they stand, and the seeds in them. */
export type GivenSpecs = { readonly specIds: ReadonlySet<string>; readonly seeds: ReadonlySet<number> };

/**
 * Why it is worth a look that students have the same weights:
 * - `differentSpecs`: they say that different settings or seeds gave them;
 * - `differentEngines`: one says that a GPU trained them, or another engine, whose last bits differ;
 * - `sameDevice`: a GPU trained them from the same settings of their own choice. Two equal computers may do that;
 * - `notFromSeed`: the processor trained them, yet the seed does not give them;
 * - `sameSeed`: the seed gives them, and only few have chosen it.
 */
export type SharedReason = "differentSpecs" | "differentEngines" | "sameDevice" | "notFromSeed" | "sameSeed";

/** More students than this with one seed of their own choice: then it is a popular one. */
export const FEW_STUDENTS = 3;

/** Judges all runs of one course that have the same weights; null where the homework's own settings or seed explain it. */
export function judgeSharedWeights(runs: readonly WeighedRun[], given: GivenSpecs): SharedReason | null {
  const students = new Set(runs.map(({ member }) => member)).size;
  if (students < 2) return null;
  const odd = runs.filter((run) => !isFromSeed(run));
  if (odd.length === 0) {
    const isChosen = runs.every(({ specId, seed }) => !given.specIds.has(specId) && !given.seeds.has(seed));
    return isChosen && students <= FEW_STUDENTS ? "sameSeed" : null;
  }
  if (count(runs, ({ specId }) => specId) > 1) return "differentSpecs";
  if (count(runs, ({ engine, device }) => `${engine} ${device}`) > 1) return "differentEngines";
  if (odd.some(({ engine }) => isExact(engine))) return "notFromSeed";
  return runs.every(({ specId }) => given.specIds.has(specId)) ? null : "sameDevice";
}

/** Whether the seed gives a run's weights, as far as anyone can tell: whoever trains the same settings has the same ones. */
export function isFromSeed({
  status,
  engine,
  isReproducible,
}: Pick<WeighedRun, "status" | "engine" | "isReproducible">): boolean {
  return status === "reproduced" || (isExact(engine) && !isReproducible);
}

/** Whether an engine gives the same bits on every machine. */
export function isExact(engine: EngineName): boolean {
  return engine === "simd" || engine === "moments";
}

function count<T>(items: readonly T[], key: (item: T) => string): number {
  return new Set(items.map(key)).size;
}
