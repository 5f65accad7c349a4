import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { choose, needsDevices, type Preference } from "./choose.ts";
import type { DeviceFinding } from "./devices.ts";
import { placeOf } from "./plan.ts";
import type { Leg } from "./recovery.ts";
import type { Portion } from "./run-queue.ts";
import { workLeft } from "./work.ts";

/** Less work than this, some 15 ms, is done before a second program has begun. */
const SHARED_MACS = 300_000_000;

/** How the runs of a leg go to the programs that train side by side. */
export type Deal = {
  /** How many programs have something to do. */
  readonly hands: number;
  /** The next portion, for whichever program has nothing left. */
  next(): Portion;
};

/**
 * Runs on the processor go to up to `workers` programs, the longest first, in portions that get smaller: none has long to do
 * when the others are done. All runs on a GPU go to the first program, and so does a leg that is little work. What the
 * choice of an engine needs to know of devices is asked only where it needs it.
 */
export async function dealRuns(
  { runs, unfit }: Leg,
  {
    preference,
    workers,
    listDevices,
  }: {
    readonly preference: Preference;
    readonly workers: number;
    readonly listDevices: () => Promise<readonly DeviceFinding[]>;
  },
): Promise<Deal> {
  const alone: Deal = { hands: 1, next: () => ({ runs, isLast: true }) };
  if (workers < 2 || runs.length < 2) return alone;
  const depends = unfit.size > 0 || runs.some(({ spec }) => needsDevices(spec, preference));
  const devices = depends ? await listDevices() : [];
  const isOnKernels = (spec: ExperimentSpec): boolean => {
    const plan = choose({ spec, preference, devices, unfit });
    return plan.ok && placeOf(plan.value) === "kernels";
  };
  const [onKernels, others] = partition(runs, ({ spec }) => isOnKernels(spec));
  const apart = onKernels.map((run) => ({ run, work: workLeft(run) })).toSorted((a, b) => b.work - a.work);
  let left = apart.reduce((sum, { work }) => sum + work, 0);
  if (left < SHARED_MACS) return alone;
  const hands = Math.min(workers, apart.length + Math.sign(others.length));

  return {
    hands,
    next() {
      const portion = others.splice(0);
      if (portion.length > 0) return { runs: portion, isLast: apart.length === 0 };
      for (let enough = left / (2 * hands); enough > 0; ) {
        const next = apart.shift();
        if (next === undefined) break;
        portion.push(next.run);
        enough -= next.work;
        left -= next.work;
      }
      return { runs: portion, isLast: apart.length === 0 };
    },
  };
}

function partition<T>(values: readonly T[], test: (value: T) => boolean): [T[], T[]] {
  const parts: [T[], T[]] = [[], []];
  for (const value of values) parts[test(value) ? 0 : 1].push(value);
  return parts;
}
