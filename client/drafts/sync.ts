import { inOneTab } from "../outbox/one-tab.ts";
import { makeAlarm } from "./alarm.ts";
import type { Classroom, Unreached } from "./classroom.ts";
import type { Desk } from "./desk.ts";
import type { Owner } from "./draft.ts";
import { listDue, sendCell, takeNews } from "./exchange.ts";
import { nextOutage, type Outage } from "./outage.ts";

/** A class that says it holds something newer, but does not tell what, is asked again later after this many times. */
const MAX_TURNS = 3;

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
  const alarm = makeAlarm(() => void wake());
  let outage: Outage | null = null;
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

  async function pass(): Promise<void> {
    await desk.flush();
    await inOneTab(`drafts-${owner.course}-${owner.member}`, async () => {
      if (mustLook) {
        const news = await takeNews(desk, classroom);
        if (news.type !== "done") return fail(news);
        mustLook = false;
        setOutage(null);
      }
      for (const cell of listDue(desk)) {
        const sent = await sendCell(desk, classroom, cell);
        if (sent.type === "newer") mustLook = true;
        else if (sent.type === "done") setOutage(null);
        else fail(sent);
        if (sent.type !== "done") return;
      }
    });
  }

  async function run(): Promise<void> {
    let turns = 0;
    do {
      again = false;
      await pass();
      if (mustLook && outage === null) {
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
    alarm.clear();
    if (outage !== null && !impatient && outage.notBefore > Date.now()) return alarm.set(outage.notBefore);
    passing = run()
      .catch(() => fail({ type: "fault" }))
      .finally(() => {
        passing = null;
        if (outage !== null && !isStopped) alarm.set(outage.notBefore);
      });
    return passing;
  }

  return {
    wake,
    /** Sends within `milliseconds`. */
    soon(milliseconds: number): void {
      if (!isStopped) alarm.set(Date.now() + milliseconds);
    },
    /** Asks what other devices changed, then sends. */
    look(): Promise<void> {
      mustLook = true;
      return wake(true);
    },
    stop(): void {
      isStopped = true;
      alarm.clear();
    },
  };
}
export type Sync = ReturnType<typeof makeSync>;
