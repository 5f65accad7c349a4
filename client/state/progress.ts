import { createSignal, onCleanup } from "solid-js";
import type { Begun } from "../engine/recovery.ts";
import type { InProgress } from "../outbox/in-progress.ts";
import { holdLock } from "../outbox/owner-lock.ts";
import { makeProgressKeeper, type ProgressKeeper, type Written } from "../outbox/progress-keeper.ts";
import { makeRunId } from "../outbox/run-id.ts";
import { store } from "./store.ts";

/** What this tab trains and writes down as it goes. */
export type Progress = Pick<ProgressKeeper, "keep" | "close"> & {
  /** It is over: nothing is left to go on with. */
  end(): Promise<void>;
  /** It is left as it is, for this page or another one to go on with. */
  leave(): void;
};

type Offer<Row> = { readonly row: Row; readonly release: () => void };

/** What a closed tab left behind of the kind that is wanted, if there is any, and the writing down of what this tab trains. */
export function createProgress<Row extends InProgress>(isWanted: (row: InProgress) => row is Row) {
  const [offer, setOffer] = createSignal<Offer<Row> | null>(null);
  let isGone = false;

  async function look(): Promise<void> {
    for (const row of (await store.listInProgress()).filter(isWanted)) {
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
    offered: (): Row | null => offer()?.row ?? null,

    /** Takes what is offered to go on with: its lock is this tab's until it is ended or left. */
    take(): Offer<Row> | null {
      const taken = offer();
      setOffer(null);
      return taken;
    },

    async discard(): Promise<void> {
      const taken = offer();
      setOffer(null);
      if (taken === null) return;
      await store.deleteInProgress(taken.row.id).catch(() => {});
      taken.release();
    },

    /** Writes down from here on what begins, or goes on with what was taken. */
    async open(
      makeRow: (written: Written) => Row,
      { taken, begun }: { taken: Offer<Row> | null; begun: Begun },
    ): Promise<Progress> {
      const id = taken?.row.id ?? makeRunId();
      const release = taken?.release ?? (await holdLock(lockOf(id))) ?? (() => {});
      const keeper = makeProgressKeeper({ id, store, begun, now: Date.now, makeRow });
      return {
        keep: keeper.keep,
        close: keeper.close,
        async end() {
          await keeper.end();
          release();
        },
        leave: () => void keeper.leave().finally(release),
      };
    },
  };
}

function lockOf(id: string): string {
  return `latent-lab-sweep-${id}`;
}
