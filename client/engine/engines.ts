import type { Digits } from "../../shared/dataset/digits.ts";
import type { Kernels } from "../../shared/kernels/kernels.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { checkDevice } from "./device-check.ts";
import type { Engine } from "./events.ts";
import { makeMomentsEngine } from "./moments.ts";
import type { Plan } from "./plan.ts";
import type { TrainingTeam } from "./team/team.ts";

export type EngineMeans = {
  readonly digits: Digits;
  readonly openKernels: () => Promise<Kernels>;
  /** Threads for a large run; null where there are none to spare. Asked for each such run. */
  readonly openTeam?: () => Promise<TrainingTeam | null>;
};

/** What was found of each engine on each device; kept as long as the program that asks, so that each is checked once. */
export type DeviceChecks = Map<string, Result<void, string>>;

/**
 * Opens the engines of plans, one for runs of the same plan, so that they share what their specs have in common. An engine
 * is given only after it has trained a tiny reference run rightly; a failure says what it did wrong. `patient`: the
 * device may take its time.
 */
export function makeEngines(means: EngineMeans, checks: DeviceChecks) {
  const open = new Map<string, Engine>();

  return {
    async open(plan: Plan, { patient }: { patient: boolean }): Promise<Result<Engine, string>> {
      const key = JSON.stringify(plan);
      const known = open.get(key);
      if (known !== undefined) return success(known);
      const engine = await openEngine(plan, means);
      const device = plan.engine === "tfjs" ? `tfjs ${plan.backend}` : plan.engine;
      const check = checks.get(device) ?? (await checkDevice(engine, { patient }));
      checks.set(device, check);
      if (!check.ok) {
        engine.dispose();
        return failure(check.error);
      }
      open.set(key, engine);
      return success(engine);
    },
    dispose(): void {
      for (const engine of open.values()) engine.dispose();
    },
  };
}

/**
 * What not every page needs is loaded here: TensorFlow.js, which a page that trains on the processor never fetches, and the kernels'
 * engine, without which the start page trains.
 */
async function openEngine(plan: Plan, { digits, openKernels, openTeam }: EngineMeans): Promise<Engine> {
  const { choice } = plan;
  if (plan.engine === "moments") return makeMomentsEngine({ choice, digits, openKernels });
  if (plan.engine === "simd") {
    const { makeSimdEngine } = await loadSimd();
    return makeSimdEngine({ choice, digits, openKernels, openTeam });
  }
  const { makeTfjsEngine } = await import("./tfjs/engine.ts");
  return makeTfjsEngine({ choice, backend: plan.backend, digits });
}

/** The engine of any spec on the processor. */
export function loadSimd(): Promise<typeof import("./simd.ts")> {
  return import("./simd.ts");
}
