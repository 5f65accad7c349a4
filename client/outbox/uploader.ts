import { UPLOAD_RETRY_MAX_MILLISECONDS } from "../../shared/limits.ts";
import {
  type Answer,
  afterAnswer,
  byTurn,
  findOutage,
  isDue,
  postpone,
  startSending,
  untilNext,
} from "./decide.ts";
import type { KeptContents, KeptRun } from "./kept-run.ts";
import { UPLOADS_AT_ONCE } from "./limits.ts";
import { inOneTab } from "./one-tab.ts";
import type { Waiting } from "./run-state.ts";
import type { Store } from "./store.ts";

export type Upload = (sending: { run: KeptRun; course: string; contents: KeptContents }) => Promise<Answer>;

/**
 * Sends what waits. Every tab has an uploader, and one at a time works: a pass holds the lock, sends all that is due,
 * lets go, and sleeps until the next run is. What is due is read under the lock, so no run is sent by two tabs; a run
 * that a closed tab was sending is sent again, which the server takes as the same run.
 */
export function makeUploader({
  store,
  upload,
  onMoved,
}: {
  store: Store;
  upload: Upload;
  onMoved: (runs: readonly KeptRun[]) => void;
}) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let passing = false;
  let again: "no" | "due" | "now" = "no";

  async function pass(impatient: boolean): Promise<void> {
    await inOneTab("outbox", async () => {
      let due = await listDue(impatient);
      while (due.length > 0) {
        const [first, ...rest] = due;
        if (first === undefined) return;
        // One goes ahead: a server that is away is asked once, not by every run.
        if ((await send(first)) === "held") return;
        if ((await sendAll(rest)) === "held") return;
        due = await listDue(false);
      }
    });
  }

  async function listDue(impatient: boolean): Promise<readonly KeptRun[]> {
    const now = Date.now();
    const runs = await store.listRuns();
    const outage = impatient
      ? null
      : findOutage(
          runs.map(({ state }) => state),
          now,
        );
    if (outage !== null) {
      await postponeAll(runs, outage);
      return [];
    }
    return runs
      .filter(({ state }) => (impatient && state.status === "waiting") || isDue(state, now))
      .toSorted(byTurn);
  }

  async function sendAll(runs: readonly KeptRun[]): Promise<"sent" | "held"> {
    const queue = [...runs];
    let held = false;
    const work = async () => {
      for (let run = queue.shift(); run !== undefined && !held; run = queue.shift()) {
        if ((await send(run)) === "held") held = true;
      }
    };
    await Promise.all(Array.from({ length: UPLOADS_AT_ONCE }, work));
    return held ? "held" : "sent";
  }

  async function send({ id }: KeptRun): Promise<"sent" | "held"> {
    const [run] = await move([id], (state) =>
      state.status === "waiting" || state.status === "sending" ? startSending(state) : null,
    );
    if (run === undefined || run.state.status !== "sending") return "sent";
    const { course, attempt } = run.state;
    const contents = await store.readContents(id);
    const answer: Answer =
      contents === null
        ? { type: "refused", httpStatus: 400, message: "its weights could not be read back on this device" }
        : await upload({ run, course, contents });
    const next = afterAnswer({ course, attempt, answer, now: Date.now(), random: Math.random() });
    await move([id], (state) => (state.status === "sending" ? next : null));
    if (next.status !== "waiting") return "sent";
    await postponeAll(await store.listRuns(), next);
    return "held";
  }

  async function postponeAll(runs: readonly KeptRun[], failed: Waiting): Promise<void> {
    const ids = runs.map(({ id }) => id);
    await move(ids, (state) => postpone(state, failed));
  }

  async function move(ids: readonly string[], next: Parameters<Store["changeStates"]>[1]) {
    const moved = await store.changeStates(ids, next);
    if (moved.length > 0) onMoved(moved);
    return moved;
  }

  /** Sends what is due, or with `now` all that waits, however long it was told to. */
  async function wake(when: "due" | "now" = "due"): Promise<void> {
    if (passing) {
      again = again === "now" ? "now" : when;
      return;
    }
    passing = true;
    clearTimeout(timer);
    try {
      let next = when;
      do {
        again = "no";
        await pass(next === "now");
        next = again === "no" ? "due" : again;
      } while (again !== "no");
      const wait = untilNext(
        (await store.listRuns()).map(({ state }) => state),
        Date.now(),
      );
      if (wait !== null) timer = setTimeout(wake, wait);
    } catch {
      // The database is out of reach: closed by the browser, or by a newer version of the lab in another tab.
      timer = setTimeout(wake, UPLOAD_RETRY_MAX_MILLISECONDS);
    } finally {
      passing = false;
    }
  }

  return { wake, stop: () => clearTimeout(timer) };
}
