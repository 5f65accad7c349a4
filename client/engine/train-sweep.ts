import { failure, type Result, success } from "../../shared/result.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { choose, needsDevices, type Preference } from "./choose.ts";
import type { Unfit } from "./choose-next.ts";
import { type DeviceFinding, isRealGpu } from "./devices.ts";
import { type DeviceChecks, type EngineMeans, makeEngines } from "./engines.ts";
import type { Engine, RunOrder, TrainingEvent, TrainingOptions } from "./events.ts";
import { groupRuns } from "./group-runs.ts";
import { type NoPlan, type Place, placeOf } from "./plan.ts";
import { makeRunQueue, type Portion } from "./run-queue.ts";

/** One run of a sweep: its place there, counted from 0, and where it goes on if it was begun before. */
export type SweepRun = RunOrder & { readonly run: number };

/** An event of one run of a sweep. */
export type SweepEvent = { readonly run: number; readonly event: TrainingEvent };

export type SweepMeans = Omit<EngineMeans, "digits"> & {
  /** Asked once, and only when a run's choice depends on it. */
  readonly listDevices: () => Promise<readonly DeviceFinding[]>;
  readonly checks: DeviceChecks;
};

export type Sweep = Omit<TrainingOptions, "from"> &
  EngineMeans &
  SweepMeans & {
    readonly runs: readonly SweepRun[];
    /** Brings what follows them, where several programs share a sweep. */
    readonly more?: (() => Promise<Portion>) | null;
    readonly preference: Preference;
    /** What failed before, and is not tried. */
    readonly unfit?: Unfit;
  };

/** Of a program's last run, before it asks for others. */
const ASK_AHEAD_SHARE = 0.75;

/**
 * Trains run after run, on a GPU those together that can be, each on the device that suits it; one that fails its check is
 * passed over for the next. Ends without `finished` when `signal` aborts, and after a device has failed in the middle of a run.
 */
export async function* trainSweep(sweep: Sweep): AsyncGenerator<SweepEvent, void> {
  const { runs, more = null, preference, signal, snapshots, checkpoints = null, listDevices } = sweep;
  const queue = makeRunQueue(runs, more);
  const engines = makeEngines(sweep, sweep.checks);
  const unfit = new Map<Place, string>(sweep.unfit ?? []);
  let devices: readonly DeviceFinding[] | null = null;

  async function openFor(spec: ExperimentSpec): Promise<Result<Engine, NoPlan>> {
    for (;;) {
      if (needsDevices(spec, preference) || unfit.size > 0) devices ??= await listDevices();
      const plan = choose({ spec, preference, devices: devices ?? [], unfit });
      if (!plan.ok) return failure(plan.error);
      const place = placeOf(plan.value);
      // Only a GPU that was taken for its speed must be fast.
      const finding = devices?.find(({ backend }) => backend === place);
      const patient = finding === undefined || !isRealGpu(finding);
      const engine = await engines.open(plan.value, { patient });
      if (engine.ok) return success(engine.value);
      unfit.set(place, engine.error);
    }
  }

  try {
    while (!signal.aborted) {
      const waiting = await queue.list();
      const [first] = waiting;
      if (first === undefined) return;
      const engine = await openFor(first.spec);
      if (!engine.ok) {
        queue.take([first]);
        yield { run: first.run, event: { type: "failed", ...engine.error } };
        continue;
      }
      const options = { signal, snapshots, checkpoints };
      const group = isParallel(engine.value) ? groupRuns(first, waiting.slice(1)) : [first];
      queue.take(group);
      const told =
        group.length > 1 && engine.value.trainTogether !== undefined
          ? engine.value.trainTogether(group, options)
          : engine.value.train(first.spec, { ...options, from: first.from ?? null });
      for await (const one of told) {
        // Of a run that trains alone the event comes as it is.
        const { run, event } = "event" in one ? one : { run: 0, event: one };
        if (isNearEnd(event, group[run])) queue.askAhead();
        yield { run: group[run].run, event };
        if (event.type === "failed" && event.reason === "lost") return;
      }
    }
  } finally {
    engines.dispose();
  }
}

/** So little is left of the run that what comes next would not be done sooner by another program. */
function isNearEnd(event: TrainingEvent, { spec }: RunOrder): boolean {
  return event.type === "epoch" && event.epoch >= ASK_AHEAD_SHARE * spec.epochs;
}

/** A processor would train runs together no faster than one after the other, and tell the first one's end last. */
function isParallel({ choice, trainTogether }: Engine): boolean {
  return trainTogether !== undefined && choice.device !== "processor";
}
