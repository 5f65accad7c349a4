import { createSignal, onCleanup } from "solid-js";
import type { Begun } from "../engine/recovery.ts";
import { holdLock } from "../outbox/owner-lock.ts";
import { makeProgressKeeper, type ProgressKeeper } from "../outbox/progress-keeper.ts";
import { makeRunId } from "../outbox/run-id.ts";
import type { SweepInProgress } from "../outbox/sweep-in-progress.ts";
import { store } from "./store.ts";

/** A sweep that this tab trains and writes down as it goes. */
export type Progress = Pick<ProgressKeeper, "keep" | "close"> & {
  /** It is over: nothing is left to go on with. */
  end(): Promise<void>;
  /** It is left as it is, for this page or another one to go on with. */
  leave(): void;
};

type Offer = { readonly row: SweepInProgress; readonly release: () => void };

/** The sweep that a closed tab left behind, if there is one, and the writing down of what this tab trains. */
export function createProgress() {
  const [offer, setOffer] = createSignal<Offer | null>(null);
  let isGone = false;

  async function look(): Promise<void> {
    for (const row of await store.listSweeps()) {
      const release = await holdLock(lockOf(row.id));
      if (release === null) continue;
      if (isGone) release();
      else setOffer({ row, release });
      return;
    }
  }
  // A device without storage has nothing to offer.
  look().catch(() => {});
  onCleanup(() => {
    isGone = true;
    offer()?.release();
  });

  return {
    offered: (): SweepInProgress | null => offer()?.row ?? null,

    /** Takes the offered sweep to go on with: its lock is this tab's until it is ended or left. */
    take(): Offer | null {
      const taken = offer();
      setOffer(null);
      return taken;
    },

    async discard(): Promise<void> {
      const taken = offer();
      setOffer(null);
      if (taken === null) return;
      await store.deleteSweep(taken.row.id).catch(() => {});
      taken.release();
    },

    /** Writes down a sweep from here on: a new one, or one that was taken. */
    async open(
      sweep: Pick<SweepInProgress, "title" | "sweep" | "preference">,
      { taken, begun }: { taken: Offer | null; begun: Begun },
    ): Promise<Progress> {
      const id = taken?.row.id ?? makeRunId();
      const release = taken?.release ?? (await holdLock(lockOf(id))) ?? (() => {});
      const keeper = makeProgressKeeper({ ...sweep, id, store, begun, now: Date.now });
      return {
        keep: keeper.keep,
        close: keeper.close,
        async end() {
          await keeper.end();
          release();
        },
        leave: release,
      };
    },
  };
}
export type ProgressBook = ReturnType<typeof createProgress>;

function lockOf(id: string): string {
  return `latent-lab-sweep-${id}`;
}
