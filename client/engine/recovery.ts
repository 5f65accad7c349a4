import type { Resumption } from "../../shared/api/runs.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import type { Checkpoint } from "../../shared/training/checkpoint.ts";
import type { Unfit } from "./choose-next.ts";
import { type Place, placeOfChoice } from "./plan.ts";
import type { SweepEvent, SweepRun } from "./train-sweep.ts";

/** A device may fail once and be tried again; one that fails again before it got any further is left. */
const FAILURES_IN_A_ROW = 2;

/** How far a sweep had come before, by the runs' places in it. */
export type Begun = {
  readonly over: ReadonlySet<number>;
  readonly checkpoints: ReadonlyMap<number, Checkpoint>;
};
export const NOTHING_BEGUN: Begun = { over: new Set(), checkpoints: new Map() };

type OpenRun = {
  readonly spec: ExperimentSpec;
  /** Null while it has not begun, or where the next device begins it anew. */
  checkpoint: Checkpoint | null;
  after: Resumption["after"];
  place: Place | null;
  /** Whether its loss was no number before. */
  wasTriedAgain: boolean;
};

/** What is still to be trained, and from where. */
export type Leg = { readonly runs: readonly SweepRun[]; readonly unfit: Unfit };

/** What to tell of an event, and whether what trains must be started anew. */
export type Taken = { readonly tell: SweepEvent | null; readonly restart: boolean };

/**
 * Keeps a sweep going whatever fails: reads what a training worker tells, remembers the last checkpoints, and says what a
 * worker must train next. A GPU that was lost, and a program that ended, is tried again from there; a GPU that fails twice
 * is left for the next device. A loss on a GPU that is no number is tried once more, since there it may be the device's fault.
 */
export function makeRecovery(specs: readonly ExperimentSpec[], begun: Begun = NOTHING_BEGUN) {
  const open = new Map<number, OpenRun>();
  for (const [run, spec] of specs.entries()) {
    if (begun.over.has(run)) continue;
    const checkpoint = begun.checkpoints.get(run) ?? null;
    open.set(run, { spec, checkpoint, after: "stop", place: null, wasTriedAgain: false });
  }
  const unfit = new Map<Place, string>();
  let failures = 0;

  function takeFailure({ run, event }: SweepEvent, after: "lostDevice" | "crash"): Taken {
    const place = open.get(run)?.place ?? null;
    for (const one of open.values()) one.after = after;
    failures++;
    if (failures < FAILURES_IN_A_ROW) return { tell: null, restart: true };
    failures = 0;
    if (place !== "webgpu" && place !== "webgl") {
      open.clear();
      return { tell: { run, event }, restart: false };
    }
    unfit.set(place, "it failed twice in a row");
    return { tell: null, restart: true };
  }

  return {
    /** Null when every run is over. */
    nextLeg(): Leg | null {
      if (open.size === 0) return null;
      const runs = Array.from(open, ([run, { spec, checkpoint, after }]) => ({
        run,
        spec,
        from: checkpoint === null ? null : { checkpoint, after },
      }));
      return { runs, unfit };
    },

    take(told: SweepEvent): Taken {
      const { run, event } = told;
      const one = open.get(run);
      const pass = { tell: told, restart: false };
      switch (event.type) {
        case "started":
        case "resumed":
          if (one !== undefined) one.place = placeOfChoice(event);
          return pass;
        case "epoch":
          return pass;
        case "checkpoint":
          if (one !== undefined) one.checkpoint = event.checkpoint;
          failures = 0;
          return pass;
        case "finished":
          open.delete(run);
          failures = 0;
          return pass;
        case "failed":
          if (event.reason === "lost") return takeFailure(told, "lostDevice");
          if (event.reason === "crash") return takeFailure(told, "crash");
          if (event.reason === "diverged" && one !== undefined && isOnGpu(one) && !one.wasTriedAgain) {
            one.wasTriedAgain = true;
            one.after = "notFinite";
            return { tell: null, restart: false };
          }
          open.delete(run);
          return pass;
        default:
          return event satisfies never;
      }
    },
  };
}

function isOnGpu({ place }: OpenRun): boolean {
  return place === "webgpu" || place === "webgl";
}
