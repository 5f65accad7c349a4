import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { ask } from "../../engine/analyst.ts";
import type { Snapshot } from "../../engine/replay.ts";
import { loadDigits } from "../../state/digits.ts";
import type { Station } from "./run-by-epoch.ts";

/** So few at a time that other questions come in between, and that what shows them grows while they are found. */
const AT_ONCE = 4;

/**
 * What snapshots measure, beside the page and some at a time: after each some, all so far. `before` are those that were measured
 * already, from the first on. Ends early when nobody asks for more.
 */
export async function* measureSnapshots(
  spec: ExperimentSpec,
  snapshots: readonly Snapshot[],
  before: readonly Station[] = [],
): AsyncGenerator<readonly Station[], void> {
  const digits = await loadDigits();
  let found = before;
  while (found.length < snapshots.length) {
    const some = snapshots.slice(found.length, found.length + AT_ONCE);
    const question = { spec, weights: some.map(({ weights }) => weights) };
    const measures = await ask({ name: "measured", question, digits });
    found = [...found, ...measures.map((one, i) => ({ epoch: some[i]?.epoch ?? 0, ...one }))];
    yield found;
  }
}
