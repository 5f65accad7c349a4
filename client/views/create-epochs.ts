import { type Accessor, createComputed, createMemo, on } from "solid-js";
import type { Snapshot } from "../engine/replay.ts";
import { createPlayback } from "../state/playback.ts";
import { createSnapshots } from "../state/snapshots.ts";
import type { ViewedRun } from "./viewed-run.ts";

const PLAY_SECONDS = 6;

/** A run's model after the epochs that the reader chooses; that of its end until its snapshots are found. */
export function createEpochs(run: Accessor<ViewedRun>) {
  const { snapshots: state, start, stop } = createSnapshots(run);
  const snapshots = createMemo((): readonly Snapshot[] => {
    const now = state();
    return now.status === "ready" ? now.snapshots : [];
  });
  const last = () => Math.max(0, snapshots().length - 1);
  const playback = createPlayback({ first: 0, last, seconds: PLAY_SECONDS });
  createComputed(on(snapshots, () => playback.goTo(last())));
  const shown = createMemo(
    (): Snapshot => snapshots()[playback.place()] ?? { epoch: run().spec.epochs, weights: run().weights },
  );
  return {
    state,
    /** Trains the snapshots, also where others are kept. */
    start,
    stop,
    /** All of them, from the model before training to that of the last epoch; none until they are found. */
    snapshots,
    playback,
    /** The model that is looked at. */
    shown,
  };
}
export type Epochs = ReturnType<typeof createEpochs>;
