import * as z from "zod/mini";
import { KeptAnswer, type Owner } from "./draft.ts";

/** What a tab had not saved of a cell when it was left, and the device's answer that it was made from. */
const Word = z.object({ cell: z.string(), answer: KeptAnswer, seen: z.nullable(KeptAnswer) });
type Word = z.infer<typeof Word>;

/**
 * A closing page is not given the time that IndexedDB takes, but localStorage writes at once: here a tab leaves what it has not
 * saved, for the next one to find. `tab` is an id of its own. Where there is no such storage, or no room in it, only what was
 * saved before is kept.
 */
export function makeLastWords({ course, member }: Owner, tab: string) {
  const prefix = `last-words ${course} ${member} `;
  return {
    write: (words: readonly Word[]): void =>
      attempt((storage) => storage.setItem(prefix + tab, JSON.stringify(words)), undefined),

    /** They were saved after all. */
    forget: (): void => attempt((storage) => storage.removeItem(prefix + tab), undefined),

    /** Forgets what all tabs left. */
    forgetAll(): void {
      attempt((storage) => {
        for (const key of listKeys(storage, prefix)) storage.removeItem(key);
      }, undefined);
    },

    /** Whether other tabs left anything. */
    isThere: (): boolean => attempt((storage) => listKeys(storage, prefix).length > 0, false),

    /** Hands what other tabs left to `save`, and forgets it when that is done. */
    async recover(save: (word: Word) => Promise<unknown>): Promise<void> {
      for (const key of attempt((storage) => listKeys(storage, prefix), [])) {
        const words = parse(attempt((storage) => storage.getItem(key), null));
        for (const word of words) await save(word);
        attempt((storage) => storage.removeItem(key), undefined);
      }
    },
  };
}
export type LastWords = ReturnType<typeof makeLastWords>;

function attempt<T>(use: (storage: Storage) => T, otherwise: T): T {
  try {
    return use(localStorage);
  } catch {
    return otherwise;
  }
}

function listKeys(storage: Storage, prefix: string): readonly string[] {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? "");
  return keys.filter((key) => key.startsWith(prefix));
}

function parse(text: string | null): readonly Word[] {
  try {
    const parsed = z.safeParse(z.array(Word), JSON.parse(text ?? "[]"));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
