import type { Classroom } from "../../../client/drafts/classroom.ts";
import { type Desk, makeDesk } from "../../../client/drafts/desk.ts";
import type { Draft } from "../../../client/drafts/draft.ts";
import type { LastWords } from "../../../client/drafts/last-words.ts";
import { answerOn } from "../../../client/drafts/sheet.ts";
import { makeSync, type Sync } from "../../../client/drafts/sync.ts";
import type { SavedAnswer } from "../../../shared/api/homework.ts";
import type { Answer } from "../../../shared/assignment/answers.ts";

const OWNER = { course: "demo", member: "quiet-otter-42" };
export const CELL = "1f-text";

/** What becomes of a request: it is answered, it never arrives, or it arrives and the answer is lost. */
export type Line = "open" | "cut" | "deaf";

/** A class that holds answers as the Worker does: a change must be of the revision that it holds. */
export function makeClass() {
  const held = new Map<string, SavedAnswer>();
  return {
    held,
    reach(line: () => Line): Classroom {
      return {
        async list() {
          return line() === "open" ? { type: "listed", answers: [...held.values()] } : { type: "away" };
        },
        async put({ cell, base, answer }) {
          const way = line();
          if (way === "cut") return { type: "away" };
          const outcome = put(cell, base, answer);
          return way === "deaf" ? { type: "away" } : outcome;
        },
      };
    },
  };

  function put(cell: string, base: number, answer: Answer) {
    const now = held.get(cell);
    if (now !== undefined && JSON.stringify(now.answer) === JSON.stringify(answer))
      return { type: "stored", revision: now.revision, savedAt: now.savedAt } as const;
    if (base !== (now?.revision ?? 0)) return { type: "newer" } as const;
    const saved = { cell, revision: base + 1, answer, savedAt: `revision ${base + 1}` };
    held.set(cell, saved);
    return { type: "stored", ...saved } as const;
  }
}
export type Class = ReturnType<typeof makeClass>;

/** What a browser keeps, whichever of its tabs asks: IndexedDB and localStorage, in memory. */
export function makeDevice(school: Class) {
  const drafts = new Map<string, Draft>();
  let words: readonly Parameters<LastWords["write"]>[0][number][] = [];
  let line: Line = "open";
  const store = {
    list: async () => [...drafts].map(([cell, draft]) => ({ ...OWNER, cell, ...draft })),
    read: async (_owner: unknown, cell: string) => drafts.get(cell) ?? null,
    async change(_owner: unknown, cell: string, next: (draft: Draft | null) => Draft | null) {
      const before = drafts.get(cell) ?? null;
      const after = next(before);
      if (after !== null) drafts.set(cell, after);
      return after ?? before;
    },
  };

  return {
    drafts,
    store,
    setLine: (next: Line) => {
      line = next;
    },
    /** Opens a tab. It hears of other tabs' changes when `hear` is called, and sends when `sync.wake` is. */
    async openTab() {
      const lastWords: Pick<LastWords, "write" | "forget" | "recover"> = {
        write: (left) => {
          words = [...words, ...left];
        },
        forget: () => {},
        async recover(save) {
          const found = words;
          words = [];
          for (const word of found) await save(word);
        },
      };
      const desk = makeDesk({
        owner: OWNER,
        store,
        lastWords,
        onShown: () => {},
        onChanged: () => {},
      });
      await desk.open();
      const sync = makeSync({
        owner: OWNER,
        desk,
        classroom: school.reach(() => line),
        onOutage: () => {},
      });
      return makeTab(desk, sync);
    },
    /** What closed tabs left unsaved. */
    words: () => words.map(({ answer }) => answer),
    /** A tab is closed before its last change is saved. */
    leave(left: LastWordsOf): void {
      if (left.unsaved !== null) words = [...words, { cell: CELL, ...left.unsaved }];
    },
  };
}
type LastWordsOf = ReturnType<Desk["sheet"]>;
export type Device = ReturnType<typeof makeDevice>;

function makeTab(desk: Desk, sync: Sync) {
  return {
    desk,
    sync,
    text: () => textOf(answerOn(desk.sheet(CELL))),
    other: () => textOf(desk.sheet(CELL).draft?.others[0]?.answer ?? null),
    write: (markdown: string) => desk.write(CELL, { kind: "text", markdown }),
    hear: () => desk.refresh([CELL]),
  };
}
export type Tab = ReturnType<typeof makeTab>;

export function textOf(answer: Answer | null): string {
  return answer?.kind === "text" ? answer.markdown : "";
}
