import type { SavedAnswer } from "../../shared/api/homework.ts";
import type { Answer } from "../../shared/assignment/answers.ts";
import { inOneTab } from "../outbox/one-tab.ts";
import { markSent, takeAcknowledged, takeArrived, takeRefused, toSend } from "./decide.ts";
import type { Desk } from "./desk.ts";
import type { Owner } from "./draft.ts";
import { nextOutage, type Outage } from "./outage.ts";

/** What came of asking the class. */
export type Unreached = { readonly type: Outage["why"] };
export type PutOutcome =
  | { readonly type: "stored"; readonly revision: number; readonly savedAt: string }
  /** The class holds a newer revision. */
  | { readonly type: "newer" }
  | { readonly type: "refused"; readonly message: string }
  | Unreached;
export type ListOutcome = { readonly type: "listed"; readonly answers: readonly SavedAnswer[] } | Unreached;

/** The class, as a member's drafts know it. */
export type Classroom = {
  readonly list: () => Promise<ListOutcome>;
  readonly put: (put: { cell: string; base: number; answer: Answer }) => Promise<PutOutcome>;
};

/**
 * Keeps a desk and the class alike. One tab at a time works: it sends what the device has and the class has not, and takes what
 * came from other devices. While the class is away it is asked again, less and less often.
 */
export function makeSync({
  owner,
  desk,
  classroom,
  onOutage,
}: {
  owner: Owner;
  desk: Desk;
  classroom: Classroom;
  onOutage: (outage: Outage | null) => void;
}) {
  let outage: Outage | null = null;
  let timer: { readonly id: ReturnType<typeof setTimeout>; readonly at: number } | null = null;
  let passing: Promise<void> | null = null;
  let again = false;
  let mustLook = true;
  let isStopped = false;

  function setOutage(next: Outage | null): void {
    if (next === outage) return;
    outage = next;
    onOutage(next);
  }
  function fail({ type }: Unreached): void {
    setOutage(nextOutage(outage, { why: type, now: Date.now(), random: Math.random() }));
  }

  /** Gives whether the class answered. */
  async function look(): Promise<boolean> {
    const outcome = await classroom.list();
    if (outcome.type !== "listed") {
      fail(outcome);
      return false;
    }
    mustLook = false;
    setOutage(null);
    for (const saved of outcome.answers) {
      if ((desk.sheet(saved.cell).draft?.base.revision ?? 0) < saved.revision)
        await desk.change(saved.cell, (draft) => takeArrived(draft, saved));
    }
    return true;
  }

  /** Sends one cell; `held` when the class cannot be reached or the cell needs a look at what it holds. */
  async function send(cell: string): Promise<"done" | "held"> {
    const marked = await desk.change(cell, (draft) => {
      const sending = draft === null ? null : toSend(draft);
      return draft === null || sending === null ? null : markSent(draft, sending.answer);
    });
    const sending = marked === null ? null : toSend(marked);
    if (sending === null) return "done";
    const { answer, base } = sending;
    const outcome = await classroom.put({ cell, base, answer });
    switch (outcome.type) {
      case "stored":
        setOutage(null);
        await desk.change(cell, (draft) => draft && takeAcknowledged(draft, { ...outcome, answer }));
        return "done";
      case "refused":
        setOutage(null);
        await desk.change(cell, (draft) => draft && takeRefused(draft, { ...outcome, answer }));
        return "done";
      case "newer":
        mustLook = true;
        return "held";
      case "away":
      case "fault":
      case "notMember":
        fail(outcome);
        return "held";
      default:
        return outcome satisfies never;
    }
  }

  async function pass(): Promise<void> {
    await desk.flush();
    await inOneTab(`drafts-${owner.course}-${owner.member}`, async () => {
      if (mustLook && !(await look())) return;
      for (const cell of listDue(desk)) if ((await send(cell)) === "held") return;
    });
  }

  async function run(): Promise<void> {
    let turns = 0;
    do {
      again = false;
      await pass();
      if (mustLook && outage === null) {
        // A class that holds something newer, but does not tell what, is asked again later.
        if (++turns > MAX_TURNS) fail({ type: "fault" });
        else again = true;
      }
    } while (again && !isStopped);
  }

  /** Sends what is due; waits out an outage unless `impatient`. Resolves when that is done; never rejects. */
  async function wake(impatient = false): Promise<void> {
    if (isStopped) return;
    if (passing !== null) {
      again = true;
      return passing;
    }
    if (timer !== null) clearTimeout(timer.id);
    timer = null;
    if (outage !== null && !impatient && outage.notBefore > Date.now()) return schedule(outage.notBefore);
    passing = run()
      .catch(() => fail({ type: "fault" }))
      .finally(() => {
        passing = null;
        if (outage !== null) schedule(outage.notBefore);
      });
    return passing;
  }

  /** Wakes at a time in milliseconds since 1970, or earlier where that was planned. */
  function schedule(at: number): void {
    if (isStopped || (timer !== null && timer.at <= at)) return;
    if (timer !== null) clearTimeout(timer.id);
    timer = { at, id: setTimeout(wake, at - Date.now()) };
  }

  return {
    wake,
    /** Sends within `milliseconds`. */
    soon: (milliseconds: number) => schedule(Date.now() + milliseconds),
    /** Asks what other devices changed, then sends. */
    look(): Promise<void> {
      mustLook = true;
      return wake(true);
    },
    stop(): void {
      isStopped = true;
      if (timer !== null) clearTimeout(timer.id);
    },
  };
}
export type Sync = ReturnType<typeof makeSync>;

const MAX_TURNS = 3;

function listDue(desk: Desk): readonly string[] {
  return desk.cells().filter((cell) => {
    const { draft } = desk.sheet(cell);
    return draft !== null && toSend(draft) !== null;
  });
}
