import type { Checkpoint } from "../../shared/training/checkpoint.ts";
import type { Tensors, TrainingState } from "../../shared/training/training-state.ts";

/** What is lost with a device: about this much training, or what a checkpoint costs fifty times over. */
export const CHECKPOINT_MS = 500;
/** Checkpoints take no more than one part in this many of the time. */
const SHARE = 50;

/** Tells when a checkpoint is due and makes it; gives none whose numbers are not all finite. */
export function makeCheckpointPace(everyMs: number, now: () => number = () => performance.now()) {
  let [taken, cost] = [now(), 0];
  return {
    isDue: (): boolean => now() - taken >= Math.max(everyMs, SHARE * cost),
    take(run: Omit<Checkpoint, "state">, copyState: () => TrainingState): Checkpoint | null {
      const begun = now();
      const state = copyState();
      const { history, ...rest } = run;
      const checkpoint = { ...rest, state, history: { ...history, trainLoss: [...history.trainLoss] } };
      const isSound = [state.weights, state.firstMoments, state.secondMoments].every(areFinite);
      taken = now();
      cost = taken - begun;
      return isSound ? checkpoint : null;
    },
  };
}

export function areFinite(tensors: Tensors): boolean {
  for (const values of tensors.values()) {
    // A plain loop, since `every` calls out for each weight of each run.
    for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
  }
  return true;
}
