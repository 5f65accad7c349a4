import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { ask } from "../../engine/analyst.ts";
import type { Snapshot } from "../../engine/replay.ts";
import { loadDigits } from "../../state/digits.ts";
import type { Station } from "./run-by-epoch.ts";

/** So few at a time that other questions come in between, and that the lines grow while they are found. */
const AT_ONCE = 4;

export type Stations = {
  readonly found: readonly Station[];
  /** How many are still to come. */
  readonly awaited: number;
  readonly problem: string | null;
};

const NONE: Stations = { found: [], awaited: 0, problem: null };

/** What was measured of snapshots that the page still holds. */
const known = new WeakMap<readonly Snapshot[], readonly Station[]>();

/** What a run's snapshots measure, some at a time from the first to the last; none of no snapshots. */
export function createStations(
  spec: Accessor<ExperimentSpec>,
  snapshots: Accessor<readonly Snapshot[]>,
): Accessor<Stations> {
  const [stations, setStations] = createSignal<Stations>(NONE);

  async function measure(all: readonly Snapshot[], isOld: () => boolean): Promise<void> {
    const digits = await loadDigits();
    let found = known.get(all) ?? [];
    while (!isOld()) {
      setStations({ found, awaited: all.length - found.length, problem: null });
      const some = all.slice(found.length, found.length + AT_ONCE);
      if (some.length === 0) return;
      const question = { spec: spec(), weights: some.map(({ weights }) => weights) };
      const measures = await ask({ name: "measured", question, digits });
      found = [...found, ...measures.map((one, i) => ({ epoch: some[i]?.epoch ?? 0, ...one }))];
      known.set(all, found);
    }
  }

  createEffect(
    on(snapshots, (all) => {
      let isOld = false;
      onCleanup(() => {
        isOld = true;
      });
      setStations({ ...NONE, awaited: all.length });
      measure(all, () => isOld).catch((error: unknown) => {
        const problem = error instanceof Error ? error.message : String(error);
        if (!isOld) setStations((last) => ({ ...last, awaited: 0, problem }));
      });
    }),
  );
  return stations;
}
