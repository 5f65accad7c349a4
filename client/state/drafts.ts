import { batch, createSignal, type Signal } from "solid-js";
import type { Answer } from "../../shared/assignment/answers.ts";
import { toSend } from "../drafts/decide.ts";
import { makeDesk } from "../drafts/desk.ts";
import type { Owner } from "../drafts/draft.ts";
import { makeLastWords } from "../drafts/last-words.ts";
import { LOOK_EVERY_MILLISECONDS, SEND_AFTER_MILLISECONDS } from "../drafts/limits.ts";
import type { Outage } from "../drafts/outage.ts";
import { isSame } from "../drafts/same.ts";
import { answerOn, BLANK, type Sheet } from "../drafts/sheet.ts";
import type { Keep } from "../drafts/standing.ts";
import { makeSync } from "../drafts/sync.ts";
import { makeAnnouncements } from "../outbox/announcements.ts";
import { makeRunId } from "../outbox/run-id.ts";
import { makeClassroom } from "./classroom.ts";
import { draftStore } from "./store.ts";

/**
 * A member's drafts as signals, kept alike in the tabs of this browser and in the class for as long as the tab lives.
 * `isMember` says whether the browser's session is still this member's.
 */
export function openDrafts(owner: Owner, isMember: () => boolean) {
  const signals = new Map<string, { readonly sheet: Signal<Sheet>; readonly shown: Signal<Answer | null> }>();
  const [cells, setCells] = createSignal<readonly string[]>([]);
  const [outage, setOutage] = createSignal<Outage | null>(null);
  const [isOpen, setOpen] = createSignal(false);
  const [isRead, setRead] = createSignal(false);

  function signalsOf(cell: string) {
    const there = signals.get(cell);
    if (there !== undefined) return there;
    const made = { sheet: createSignal(BLANK), shown: createSignal<Answer | null>(null, { equals: isSame }) };
    signals.set(cell, made);
    return made;
  }

  const { announce } = makeAnnouncements(`drafts ${owner.course} ${owner.member}`, async (changed) => {
    await desk.refresh(changed);
    sync.soon(SEND_AFTER_MILLISECONDS);
  });
  const desk = makeDesk({
    owner,
    store: draftStore,
    lastWords: makeLastWords(owner, makeRunId()),
    onShown(cell, sheet) {
      const { sheet: one, shown } = signalsOf(cell);
      batch(() => {
        one[1](sheet);
        shown[1](answerOn(sheet));
      });
      if (!cells().includes(cell)) setCells([...cells(), cell]);
    },
    onChanged: (cell) => announce([cell]),
  });
  const sync = makeSync({ owner, desk, classroom: makeClassroom(owner, isMember), onOutage: setOutage });

  desk
    .open()
    .then(() => setOpen(true))
    .then(() => sync.wake())
    .finally(() => setRead(true));
  const timer = setInterval(() => {
    if (document.visibilityState === "visible") void sync.look();
  }, LOOK_EVERY_MILLISECONDS);
  const leave = () => void desk.leave().then(() => sync.wake(true));
  const onVisible = () => (document.visibilityState === "hidden" ? leave() : void sync.look());
  const onOnline = () => void sync.look();
  document.addEventListener("visibilitychange", onVisible);
  addEventListener("pagehide", leave);
  addEventListener("online", onOnline);

  return {
    /** Every cell that was ever written into. */
    cells,
    sheet: (cell: string): Sheet => signalsOf(cell).sheet[0](),
    /** What a cell shows, null for one that is untouched; the same object for as long as it says the same. */
    shown: (cell: string): Answer | null => signalsOf(cell).shown[0](),
    outage,
    isOpen,
    isRead,
    write(cell: string, answer: Answer): void {
      desk.write(cell, answer);
      sync.soon(SEND_AFTER_MILLISECONDS);
    },
    async resolve(cell: string, keep: Keep): Promise<void> {
      await desk.resolve(cell, keep);
      await sync.wake();
    },
    /** Asks what other devices changed and sends what waits, now. */
    sendNow: sync.look,
    async close(): Promise<void> {
      sync.stop();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onVisible);
      removeEventListener("pagehide", leave);
      removeEventListener("online", onOnline);
      await desk.flush();
    },
  };
}
export type Drafts = ReturnType<typeof openDrafts>;

/** Whether this device holds anything of a member's that the class may not have. */
export async function hasUnsent(owner: Owner): Promise<boolean> {
  if (makeLastWords(owner, "").isThere()) return true;
  const rows = await draftStore.list(owner).catch(() => []);
  return rows.some((row) => toSend(row) !== null);
}
