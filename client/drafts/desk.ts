import type { Answer } from "../../shared/assignment/answers.ts";
import { resolveConflict, takeWritten } from "./decide.ts";
import type { Draft, Owner } from "./draft.ts";
import type { LastWords } from "./last-words.ts";
import { SAVE_HERE_AFTER_MILLISECONDS } from "./limits.ts";
import { aloneOn, answerOn, BLANK, type Sheet, type Unsaved } from "./sheet.ts";
import type { Keep } from "./standing.ts";
import type { DraftStore } from "./store.ts";

/**
 * The drafts of one member in this tab. What is written shows at once and goes to the device a moment later; every change there
 * is told through `onChanged`, so that other tabs read it again.
 */
export function makeDesk({
  owner,
  store,
  lastWords,
  onShown,
  onChanged,
}: {
  owner: Owner;
  store: Pick<DraftStore, "list" | "read" | "change">;
  lastWords: Pick<LastWords, "write" | "forget" | "recover">;
  /** A sheet is another one now. */
  onShown: (cell: string, sheet: Sheet) => void;
  /** The device's draft of a cell changed. */
  onChanged: (cell: string) => void;
}) {
  const sheets = new Map<string, Sheet>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> = Promise.resolve();

  const sheetOf = (cell: string): Sheet => sheets.get(cell) ?? BLANK;
  function show(cell: string, sheet: Sheet): void {
    sheets.set(cell, sheet);
    onShown(cell, sheet);
  }

  /** Changes the device's draft, or this tab's own where the device keeps none. `unsaved` says what is left to save then. */
  async function change(
    cell: string,
    next: (draft: Draft | null) => Draft | null,
    unsaved: (now: Unsaved | null) => Unsaved | null = (now) => now,
  ): Promise<Draft | null> {
    const before = sheetOf(cell).draft;
    try {
      const draft = await store.change(owner, cell, next);
      show(cell, { draft, unsaved: unsaved(sheetOf(cell).unsaved), unkept: null });
      onChanged(cell);
      return draft;
    } catch (error) {
      const draft = next(before) ?? before;
      show(cell, { draft, unsaved: unsaved(sheetOf(cell).unsaved), unkept: sayUnkept(error) });
      return draft;
    }
  }

  async function save(cell: string): Promise<void> {
    const { unsaved } = sheetOf(cell);
    if (unsaved === null) return;
    await change(
      cell,
      (draft) => takeWritten(draft, unsaved),
      // What was typed meanwhile was made from what was just saved.
      (now) => (now === null || now === unsaved ? null : { answer: now.answer, seen: unsaved.answer }),
    );
  }

  async function saveAll(): Promise<void> {
    for (const [cell, { unsaved }] of sheets) if (unsaved !== null) await save(cell);
    if (listWords().length === 0) lastWords.forget();
  }

  /** What is in this tab alone. */
  const listWords = () =>
    [...sheets].flatMap(([cell, sheet]) => {
      const alone = aloneOn(sheet);
      return alone === null ? [] : [{ cell, ...alone }];
    });

  /** Brings everything that was typed to the device. Never rejects. */
  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    saving = saving.then(saveAll);
    return saving;
  }

  return {
    /** Reads what earlier visits left, and the last words of tabs that were closed before they could save. */
    async open(): Promise<void> {
      const rows = await store.list(owner).catch(() => []);
      for (const { cell, ...draft } of rows) show(cell, { ...sheetOf(cell), draft });
      await lastWords.recover((word) => change(word.cell, (draft) => takeWritten(draft, word)));
    },

    sheet: sheetOf,
    cells: (): readonly string[] => [...sheets.keys()],

    write(cell: string, answer: Answer): void {
      const sheet = sheetOf(cell);
      const seen = sheet.unsaved === null ? (sheet.draft?.answer ?? null) : sheet.unsaved.seen;
      show(cell, { ...sheet, unsaved: { answer, seen } });
      timer ??= setTimeout(flush, SAVE_HERE_AFTER_MILLISECONDS);
    },

    change,
    flush,

    /** The student chose between the two versions that this tab shows. Does nothing where others stand there meanwhile. */
    async resolve(cell: string, keep: Keep): Promise<void> {
      const sheet = sheetOf(cell);
      const [mine, theirs] = [answerOn(sheet), sheet.draft?.others[0]?.answer];
      if (mine === null || theirs === undefined) return;
      await flush();
      await change(cell, (draft) => draft && resolveConflict(draft, { keep, mine, theirs }));
    },

    /** The page may be gone in a moment: writes down at once what is not on the device yet, then saves it there. */
    leave(): Promise<void> {
      const words = listWords();
      if (words.length > 0) lastWords.write(words);
      return flush();
    },

    /** Another tab changed these. */
    async refresh(cells: readonly string[]): Promise<void> {
      for (const cell of cells) {
        const draft = await store.read(owner, cell).catch(() => null);
        if (draft !== null) show(cell, { ...sheetOf(cell), draft });
      }
    },
  };
}
export type Desk = ReturnType<typeof makeDesk>;

function sayUnkept(error: unknown): string {
  const full = error instanceof DOMException && error.name === "QuotaExceededError";
  return full
    ? "Not saved on this device: it has no room left for the lab."
    : "Not saved on this device: this browser gives the lab no storage, as private windows may.";
}
