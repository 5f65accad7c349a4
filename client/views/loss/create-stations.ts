import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { Snapshot } from "../../engine/replay.ts";
import { measureSnapshots } from "./measure-snapshots.ts";
import type { Station } from "./run-by-epoch.ts";

export type Stations = {
  readonly found: readonly Station[];
  /** How many are still to come. */
  readonly awaited: number;
  readonly problem: string | null;
};

const NONE: Stations = { found: [], awaited: 0, problem: null };

/** What was measured of snapshots that the page still holds. */
const known = new WeakMap<readonly Snapshot[], readonly Station[]>();

/** What a run's snapshots measure, from the first to the last; none of no snapshots. */
export function createStations(
  spec: Accessor<ExperimentSpec>,
  snapshots: Accessor<readonly Snapshot[]>,
): Accessor<Stations> {
  const [stations, setStations] = createSignal<Stations>(NONE);

  async function measure(all: readonly Snapshot[], isOld: () => boolean): Promise<void> {
    const before = known.get(all) ?? [];
    setStations({ found: before, awaited: all.length - before.length, problem: null });
    for await (const found of measureSnapshots(spec(), all, before)) {
      known.set(all, found);
      if (isOld()) return;
      setStations({ found, awaited: all.length - found.length, problem: null });
    }
  }

  createEffect(
    on(snapshots, (all) => {
      let isOld = false;
      onCleanup(() => {
        isOld = true;
      });
      measure(all, () => isOld).catch((error: unknown) => {
        const problem = error instanceof Error ? error.message : String(error);
        if (!isOld) setStations((last) => ({ ...last, awaited: 0, problem }));
      });
    }),
  );
  return stations;
}
