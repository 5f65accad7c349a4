import type { Digits } from "../../shared/dataset/digits.ts";
import type { Kernels } from "../../shared/kernels/kernels.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { choose, needsDevices, type Plan, type Preference } from "./choose.ts";
import type { DeviceFinding } from "./devices.ts";
import type { Engine, TrainingEvent, TrainingOptions } from "./events.ts";
import { makeMomentsEngine } from "./moments.ts";
import { makeSimdEngine } from "./simd.ts";

/** An event of one run of a sweep; `run` counts from 0 in the order of the specs. */
export type SweepEvent = { readonly run: number; readonly event: TrainingEvent };

export type Sweep = Omit<TrainingOptions, "from"> & {
  readonly specs: readonly ExperimentSpec[];
  /** Where runs go on, by their place in the sweep. */
  readonly from?: ReadonlyMap<number, NonNullable<TrainingOptions["from"]>>;
  readonly preference: Preference;
  readonly digits: Digits;
  /** Asked once, and only when a spec's choice depends on it. */
  readonly listDevices: () => Promise<readonly DeviceFinding[]>;
  readonly openKernels: () => Promise<Kernels>;
};

/**
 * Trains run after run. Runs of one plan share one engine, and with it what their specs have in common. Ends without
 * `finished` when `signal` aborts; after a device has failed the other runs are not tried.
 */
export async function* trainSweep(sweep: Sweep): AsyncGenerator<SweepEvent, void> {
  const { specs, preference, signal, snapshots, checkpoints = "none" } = sweep;
  const engines = new Map<string, Engine>();
  let devices: readonly DeviceFinding[] | null = null;
  try {
    for (const [run, spec] of specs.entries()) {
      if (signal.aborted) return;
      if (needsDevices(spec, preference)) devices ??= await sweep.listDevices();
      const plan = choose({ spec, preference, devices: devices ?? [] });
      if (!plan.ok) {
        yield { run, event: { type: "failed", ...plan.error } };
        continue;
      }
      const key = JSON.stringify(plan.value);
      const engine = engines.get(key) ?? (await openEngine(plan.value, sweep));
      engines.set(key, engine);
      for await (const event of engine.train(spec, {
        signal,
        snapshots,
        checkpoints,
        from: sweep.from?.get(run) ?? null,
      })) {
        yield { run, event };
        if (event.type === "failed" && event.reason === "device") return;
      }
    }
  } finally {
    for (const engine of engines.values()) engine.dispose();
  }
}

/** TensorFlow.js is loaded here and nowhere else: a page that trains on the processor never fetches it. */
async function openEngine(plan: Plan, { digits, openKernels }: Sweep): Promise<Engine> {
  const { choice } = plan;
  if (plan.engine === "moments") return makeMomentsEngine({ choice, digits, openKernels });
  if (plan.engine === "simd") return makeSimdEngine({ choice, digits, openKernels });
  const { makeTfjsEngine } = await import("./tfjs/engine.ts");
  return makeTfjsEngine({ choice, backend: plan.backend, digits });
}
