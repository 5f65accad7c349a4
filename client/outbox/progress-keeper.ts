import type { Checkpoint } from "../../shared/training/checkpoint.ts";
import { encodeCheckpoint } from "../../shared/training/checkpoint-file.ts";
import type { Begun } from "../engine/recovery.ts";
import type { InProgress } from "./in-progress.ts";
import type { Store } from "./store.ts";

/** A closed tab loses at most this, beside the time between two checkpoints. */
const WRITE_MS = 500;

/** How far training is. */
export type Written = Pick<InProgress, "id" | "keptAt" | "over" | "checkpoints">;

/**
 * Writes down how far training is, at most twice a second, until it is ended. A device without room or storage keeps nothing,
 * and training goes on. `now` gives milliseconds since 1970, `makeRow` the row with all else that is known by then.
 */
export function makeProgressKeeper({
  id,
  store,
  now,
  begun,
  makeRow,
}: {
  id: string;
  store: Store;
  now: () => number;
  begun: Begun;
  makeRow: (written: Written) => InProgress;
}) {
  const over = new Set(begun.over);
  const checkpoints = new Map<number, Checkpoint>(begun.checkpoints);
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();
  let [isEnded, isLeft] = [false, false];

  function write(): void {
    timer = null;
    const row = makeRow({
      id,
      keptAt: now(),
      over: [...over],
      checkpoints: Array.from(checkpoints, ([run, checkpoint]) => ({
        run,
        bytes: new Uint8Array(encodeCheckpoint(checkpoint)),
      })),
    });
    writing = writing.then(() => (isEnded ? undefined : store.putInProgress(row))).catch(() => {});
  }
  const soon = () => {
    if (!isEnded && !isLeft) timer ??= setTimeout(write, WRITE_MS);
  };

  write();
  return {
    keep(run: number, checkpoint: Checkpoint): void {
      checkpoints.set(run, checkpoint);
      soon();
    },
    close(run: number): void {
      over.add(run);
      checkpoints.delete(run);
      soon();
    },
    /** It is left as it is: writes down what is known, and nothing after that. */
    async leave(): Promise<void> {
      if (timer !== null) clearTimeout(timer);
      write();
      isLeft = true;
      await writing;
    },
    /** Nothing is left to go on with: forgets it. */
    async end(): Promise<void> {
      isEnded = true;
      if (timer !== null) clearTimeout(timer);
      await writing;
      await store.deleteInProgress(id).catch(() => {});
    },
  };
}
export type ProgressKeeper = ReturnType<typeof makeProgressKeeper>;
